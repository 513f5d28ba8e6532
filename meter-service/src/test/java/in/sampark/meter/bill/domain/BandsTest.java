package in.sampark.meter.bill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandsTest {

    private static final Bands BANDS = Bands.through(List.of(1_000L, 5_000L, 100_000L));

    @Test
    void bandsAreNamedByTheirRupees() {
        assertThat(BANDS.names()).containsExactly("up-to-1000", "1001-to-5000", "5001-to-100000", "over-100000");
        assertThat(BANDS.named("1001-to-5000")).contains(new Bands.Band("1001-to-5000", 1_000_00, 5_000_00));
        assertThat(BANDS.named("all")).isEmpty();
    }

    @Test
    void anAmountFallsInTheBandWhoseHighestItDoesNotExceed() {
        assertThat(BANDS.of(1).name()).isEqualTo("up-to-1000");
        assertThat(BANDS.of(1_000_00).name()).isEqualTo("up-to-1000");
        assertThat(BANDS.of(1_000_01).name()).isEqualTo("1001-to-5000");
        assertThat(BANDS.of(100_000_01).name()).isEqualTo("over-100000");
    }

    @Test
    void aBandThatEndsAtNothingIsRefused() {
        assertThatThrownBy(() -> Bands.through(List.of(0L))).hasMessage("band: 0 rupees (expected: > 0)");
    }
}
