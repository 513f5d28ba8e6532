package in.sampark.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private final Caller caller = new Caller("somebody", "DVVNL", "DVVNL/AGRA", Set.of("officer"));

    @ParameterizedTest
    @ValueSource(strings = {"DVVNL/AGRA", "DVVNL/AGRA/MATHURA"})
    void theirAreaAndWhatLiesBelowMayBeAskedFor(String area) {
        assertThat(caller.area(area)).isEqualTo(area);
    }

    @Test
    void withoutAnAreaTheyAskForTheirOwn() {
        assertThat(caller.area(null)).isEqualTo("DVVNL/AGRA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DVVNL", "DVVNL/AGRA-2", "PVVNL/AGRA", ""})
    void whatIsNotTheirsIsRefused(String area) {
        assertThatThrownBy(() -> caller.area(area)).hasMessageContaining("403");
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> caller.area("DVVNL/AGRA/\0")).hasMessageContaining("400");
    }

    @Test
    void nobodyActsOutsideTheirCompany() {
        assertThatThrownBy(() -> new Caller("somebody", "DVVNL", "PVVNL/MEERUT", Set.of()))
                .hasMessageContaining("PVVNL/MEERUT");
    }
}
