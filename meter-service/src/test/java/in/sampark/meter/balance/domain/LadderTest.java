package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final LastRecharge THOUSAND = new LastRecharge("r1", 100_000, Instant.EPOCH);
    private static final Forecast TEN_A_DAY = new Forecast(7, 1_000, 2_000);
    private static final Ladder BIHAR =
            new Ladder(List.of(Rung.daysLeft(7), Rung.daysLeft(3), Rung.daysLeft(1), Rung.daysLeft(0)), List.of());
    private static final Ladder UP = new Ladder(
            List.of(Rung.percentOfLastRecharge(30), Rung.percentOfLastRecharge(10)), List.of(Rung.paise(10_000)));

    @Test
    void daysLeftAreCrossedAtWhatTheyCost() {
        Ladder.Standing ladder = BIHAR.of(THOUSAND, TEN_A_DAY, List.of());

        assertThat(ladder.look(Set.of(), 7_001).lowest()).isEmpty();
        assertThat(ladder.look(Set.of(), 7_000).lowest()).contains(Rung.daysLeft(7));
        assertThat(ladder.look(Set.of(Rung.daysLeft(7)), 3_001).lowest()).isEmpty();
        assertThat(ladder.look(Set.of(Rung.daysLeft(7)), 1_000).lowest()).contains(Rung.daysLeft(1));
        assertThat(ladder.look(Set.of(), 0).crossed()).hasSize(4);
    }

    @Test
    void whileNobodyKnowsWhatADayCostsDaysAreLeftAsLongAsThereIsMoney() {
        Ladder.Standing ladder = BIHAR.of(null, Forecast.NONE, List.of());

        assertThat(ladder.look(Set.of(), 1).lowest()).isEmpty();
        assertThat(ladder.look(Set.of(), 0).lowest()).contains(Rung.daysLeft(0));
    }

    @Test
    void theLowestOfDifferentUnitsIsTheOneWithTheLeastMoneyLeft() {
        // 10 % of Rs 1,000 are Rs 100, 3 days Rs 30, own rung Rs 50
        Ladder mixed = new Ladder(List.of(Rung.percentOfLastRecharge(10), Rung.daysLeft(3)), List.of());
        Ladder.Standing ladder = mixed.of(THOUSAND, TEN_A_DAY, List.of(Rung.paise(5_000)));

        assertThat(ladder.look(Set.of(), 4_000).lowest()).contains(Rung.paise(5_000));
        assertThat(ladder.look(Set.of(), 3_000).lowest()).contains(Rung.daysLeft(3));
    }

    @Test
    void percentagesAreExactToTheFractionOfAPaisa() {
        LastRecharge odd = new LastRecharge("r1", 333, Instant.EPOCH);
        Ladder.Standing ladder = UP.of(odd, Forecast.NONE, List.of());

        assertThat(ladder.look(Set.of(), 100).lowest()).isEmpty();
        assertThat(ladder.look(Set.of(), 99).lowest()).contains(Rung.percentOfLastRecharge(30));
    }

    @Test
    void moneyThatComesInRearmsWhatItLiftsTheBalanceAboveInAnyUnit() {
        Set<Rung> crossed = Set.of(Rung.percentOfLastRecharge(30), Rung.daysLeft(7), Rung.paise(50_000));

        assertThat(UP.of(THOUSAND, TEN_A_DAY, List.of()).rearm(crossed, 40_000)).containsExactly(Rung.paise(50_000));
    }

    @Test
    void theConsumersOwnRungIsOneMore() {
        Ladder.Standing ladder = UP.of(THOUSAND, TEN_A_DAY, List.of(Rung.daysLeft(50)));

        assertThat(ladder.look(Set.of(), 50_000).lowest()).contains(Rung.daysLeft(50));
        assertThat(ladder.look(Set.of(Rung.daysLeft(50)), 30_000).lowest()).contains(Rung.percentOfLastRecharge(30));
    }

    @Test
    void percentagesCannotStandInForThemselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ladder(List.of(), List.of(Rung.percentOfLastRecharge(1))))
                .withMessageContaining("expected: rupees or days left");
    }
}
