package in.sampark.meter.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the first register known counts from. Days from the 30th of May on are charged here. */
class FirstRegisterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate EARLIEST = LocalDate.of(2026, 5, 30);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 11, 1);

    private static final JudgeReading TAKING_LATE = new JudgeReading(
            Books.SHIPPED,
            new LimitsByDiscom(Books.LIMITS, Map.of()),
            Duration.ofDays(60),
            Duration.ZERO,
            1_000_000_000_000L);

    @Test
    void ofSupplyThatBeginsHereItCountsFromZero() {
        PaperMeter meter = connected(FIRST, null);
        read(meter, 2, 9_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(1), 9_000L));
    }

    @Test
    void ofAMeterThatIsTakenOverRunningNoEnergyEndsInIt() {
        PaperMeter meter = connected(LONG_AGO, null);
        read(meter, 2, 2_190_000);
        read(meter, 4, 2_204_000);
        read(meter, 3, 2_196_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(2), 6_000L, FIRST.plusDays(3), 8_000L));
    }

    @Test
    void theOrderOfTheFirstRegistersMakesNoDifference() {
        PaperMeter meter = connected(LONG_AGO, null);
        read(meter, 4, 2_204_000);
        read(meter, 3, 2_196_000);
        read(meter, 2, 2_190_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(2), 6_000L, FIRST.plusDays(3), 8_000L));
    }

    @Test
    void whoPaidElsewhereBeforeIsTakenOverRunningToo() {
        PaperMeter meter = connected(FIRST.minusDays(10), FIRST);
        read(meter, 2, 90_000);

        assertThat(meter.account().openWh()).isEmpty();
    }

    @Test
    void whetherAnOpeningBalanceComesBeforeItMakesNoDifference() {
        PaperMeter before = connected(FIRST.minusDays(10), null);
        before.openWithBalance(FIRST, day(2));
        read(before, 2, 90_000);
        PaperMeter behind = connected(FIRST.minusDays(10), null);
        read(behind, 2, 90_000);
        behind.openWithBalance(FIRST, day(2));

        assertThat(before.account().openWh()).isEqualTo(behind.account().openWh());
        assertThat(before.account().opening()).isEqualTo(behind.account().opening());
    }

    @Test
    void supplyThatBeganLaterThanBelievedPutsNoZeroAmongTheRegisters() {
        PaperMeter meter = connected(FIRST, null);
        read(meter, 3, 30_000);
        read(meter, 6, 60_000);
        meter.declare(supplied(FIRST.plusDays(4), null), day(7));
        read(meter, 5, 40_000);

        assertThat(meter.account().openWh())
                .isEqualTo(Map.of(FIRST.plusDays(2), 30_000L, FIRST.plusDays(4), 10_000L, FIRST.plusDays(5), 20_000L));
    }

    @Test
    void supplyThatBeganEarlierThanBelievedTakesTheZeroAlong() {
        PaperMeter meter = connected(FIRST.plusDays(4), null);
        read(meter, 6, 60_000);
        meter.declare(supplied(FIRST, null), day(7));
        read(meter, 3, 30_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(2), 30_000L, FIRST.plusDays(5), 30_000L));
    }

    @Test
    void energyOfDaysBeforeTheFirstChargedOneIsNobodysHoweverLateRegistersAreTaken() {
        PaperMeter posted = new PaperMeter(Books.SHIPPED, TAKING_LATE, account());
        PaperMeter notPosted = new PaperMeter(Books.SHIPPED, TAKING_LATE, account());
        posted.post(FIRST);
        for (PaperMeter meter : List.of(posted, notPosted)) {
            for (int n = -50; n <= -30; n += 10) read(meter, n, 2_400_000 + 1_000L * n);
        }
        notPosted.post(FIRST);

        assertThat(notPosted.account().openWh()).isEmpty();
        assertThat(posted.whByDay()).isEqualTo(notPosted.whByDay()).containsEntry(EARLIEST.plusDays(1), 10_000L);
        assertThat(posted.whByDay().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(10_000);
        assertThat(posted.balancePaise()).isEqualTo(notPosted.balancePaise());
    }

    private static Account account() {
        Declaration declared = supplied(LONG_AGO, null);
        return declared.account(declared.opened(EARLIEST));
    }

    private static PaperMeter connected(LocalDate supplyFrom, @Nullable LocalDate paidFrom) {
        Declaration declared = supplied(supplyFrom, paidFrom);
        return new PaperMeter(Books.SHIPPED, Books.JUDGE, declared.account(declared.opened(EARLIEST)));
    }

    private static Declaration supplied(LocalDate from, @Nullable LocalDate paidFrom) {
        return new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                "LMV-1-URBAN",
                2_000,
                BillingMode.PREPAID,
                paidFrom,
                from,
                true,
                null,
                FIRST.plusDays(2),
                "terms",
                null);
    }

    private static void read(PaperMeter meter, int day, long wh) {
        assertThat(meter.read(new Register(day(day), wh), day(10))).isInstanceOf(Recorded.class);
    }

    /** The midnight that ends the nth day. */
    private static Instant day(int n) {
        return Midnight.starting(FIRST.plusDays(n));
    }
}
