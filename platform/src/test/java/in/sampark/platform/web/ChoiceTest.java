package in.sampark.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

    private enum Reason {
        REQUESTED,
        MOVED_OUT
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(Reason reason) {
        assertThat(Choice.read("reason", Choice.written(reason), Reason.class)).isEqualTo(reason);
    }

    @Test
    void itIsWrittenAsProgramsDo() {
        assertThat(Choice.written(Reason.MOVED_OUT)).isEqualTo("moved-out");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "MOVED_OUT", "moved out"})
    void anythingElseIsRefusedWithWhatThereIs(String text) {
        assertThatThrownBy(() -> Choice.read("reason", text, Reason.class))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("requested, moved-out");
    }
}
