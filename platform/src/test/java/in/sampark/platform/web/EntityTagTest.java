package in.sampark.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @Test
    void aTagComesBackAsTheVersionItWasMadeOf() {
        assertThat(EntityTag.seen(EntityTag.of(7))).isEqualTo(7);
        assertThat(EntityTag.seen(" \"7\" ")).isEqualTo(7);
    }

    @Test
    void aChangeThatDoesNotSayWhatItsCallerHasSeenIsRefused() {
        assertThatThrownBy(() -> EntityTag.seen(null)).hasMessageContaining("428");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "*", "W/\"7\"", "\"seven\"", "\"-7\"", "\"7\", \"8\"", "\"9999999999999999999\""})
    void whatIsNoTagOfOursIsRefused(String tag) {
        assertThatThrownBy(() -> EntityTag.seen(tag)).hasMessageContaining("400");
    }

    @Test
    void onlyWhatWasSeenAsItIsMayBeChanged() {
        assertThatCode(() -> EntityTag.require(7, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> EntityTag.require(6, 7)).hasMessageContaining("412");
    }
}
