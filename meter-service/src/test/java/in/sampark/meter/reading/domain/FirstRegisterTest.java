package in.sampark.meter.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    void supplyThatBeganHereAfterAllCountsFromZeroWhetherThatOrTheRegisterComesFirst() {
        comesToTheSame(connectedAs(LONG_AGO, null), supplied(FIRST, null), 89_000);
    }

    @Test
    void supplyThatBeganLongAgoAfterAllHasNoZeroWhetherThatOrTheRegisterComesFirst() {
        comesToTheSame(connectedAs(FIRST, null), supplied(LONG_AGO, null), 0);
    }

    @Test
    void whoPaidHereFromTheFirstDayAfterAllCountsFromZeroWhetherThatOrTheRegisterComesFirst() {
        comesToTheSame(connectedAs(FIRST, FIRST.plusDays(1)), supplied(FIRST, FIRST), 89_000);
    }

    private static void comesToTheSame(Supplier<PaperMeter> connected, Declaration correction, long firstWh) {
        PaperMeter inTime = connected.get();
        PaperMeter late = connected.get();
        PaperMeter posted = connected.get();
        inTime.declare(correction, day(3));
        for (PaperMeter meter : List.of(inTime, late, posted)) read(meter, 2, 90_000);
        posted.post(FIRST.plusDays(2));
        for (PaperMeter meter : List.of(late, posted)) meter.declare(correction, day(3));
        for (PaperMeter meter : List.of(inTime, late, posted)) {
            read(meter, 3, 95_000);
            read(meter, 1, 89_000);
            meter.post(FIRST.plusDays(3));
        }

        assertThat(inTime.whByDay())
                .containsAllEntriesOf(Map.of(FIRST, firstWh, FIRST.plusDays(1), 1_000L, FIRST.plusDays(2), 5_000L));
        for (PaperMeter meter : List.of(late, posted)) {
            assertThat(meter.refusals()).isEmpty();
            assertThat(used(meter)).isEqualTo(used(inTime));
            assertThat(meter.balancePaise()).isEqualTo(inTime.balancePaise());
            assertThat(meter.account().opening()).isEqualTo(inTime.account().opening());
        }
    }

    @Test
    void theMidnightSupplyWasBelievedToBeginWithClosesTheDayBeforeIt() {
        midnightComesToTheSame(FIRST.plusDays(2), FIRST, Map.of(FIRST.plusDays(1), 30_000L, FIRST.plusDays(2), 2_000L));
    }

    @Test
    void theMidnightThatSupplyBeginsWithAfterAllIsWhatItsMeterCountsFrom() {
        midnightComesToTheSame(FIRST, FIRST.plusDays(2), Map.of(FIRST.plusDays(2), 2_000L));
    }

    @Test
    void theMidnightOfSupplyThatBeganLongAgoAfterAllStaysWhatItsMeterCountsFrom() {
        midnightComesToTheSame(FIRST.plusDays(2), LONG_AGO, Map.of(FIRST.plusDays(2), 2_000L));
        midnightComesToTheSame(LONG_AGO, FIRST.plusDays(2), Map.of(FIRST.plusDays(2), 2_000L));
    }

    private static void midnightComesToTheSame(LocalDate believed, LocalDate really, Map<LocalDate, Long> supplied) {
        PaperMeter inTime = connected(believed, null);
        PaperMeter late = connected(believed, null);
        PaperMeter posted = connected(believed, null);
        PaperMeter wavering = connected(believed, null);
        inTime.declare(supplied(really, null), day(3));
        for (PaperMeter meter : List.of(inTime, late, posted, wavering)) {
            read(meter, 2, 30_000);
            read(meter, 3, 32_000);
        }
        for (PaperMeter meter : List.of(posted, wavering)) meter.post(FIRST.plusDays(2));
        for (PaperMeter meter : List.of(late, posted)) meter.declare(supplied(really, null), day(3));
        int version = 0;
        for (LocalDate from : List.of(really, believed, really)) {
            wavering.declare(supplied(from, null, "terms " + ++version, 2_000), day(3));
        }

        for (PaperMeter meter : List.of(inTime, late, posted, wavering)) {
            meter.post(FIRST.plusDays(3));
            assertThat(used(meter)).containsAllEntriesOf(supplied);
            assertThat(meter.balancePaise()).isEqualTo(inTime.balancePaise());
            assertThat(meter.refusals()).isEmpty();
            assertThat(meter.read(new Register(day(2), 30_000), day(10))).isInstanceOf(Duplicate.class);
        }
    }

    @Test
    void energyFromBeforeAWrongBeginningIsChargedOnceThatIsPutRight() {
        PaperMeter steady = connected(FIRST, null);
        PaperMeter wavering = connected(FIRST, null);
        for (PaperMeter meter : List.of(steady, wavering)) read(meter, 1, 10_000);
        wavering.declare(supplied(FIRST.plusDays(1), null, "terms 2", 2_000), day(1));
        for (PaperMeter meter : List.of(steady, wavering)) read(meter, 2, 15_000);
        for (PaperMeter meter : List.of(steady, wavering)) meter.post(FIRST.plusDays(1));
        wavering.declare(supplied(FIRST, null, "terms 3", 2_000), day(3));
        for (PaperMeter meter : List.of(steady, wavering)) meter.post(FIRST.plusDays(2));

        assertThat(used(wavering)).isEqualTo(used(steady));
        assertThat(wavering.account().posted()).isEqualTo(steady.account().posted());
    }

    @Test
    void theMidnightOfAWrongBeginningClosesTheDayBeforeItOnceThatIsPutRight() {
        PaperMeter steady = connected(FIRST, null);
        PaperMeter wavering = connected(FIRST, null);
        for (PaperMeter meter : List.of(steady, wavering))
            assertThat(meter.read(new Register(day(0).plus(Duration.ofHours(12)), 10_000), day(1)))
                    .isInstanceOf(Recorded.class);
        wavering.declare(supplied(FIRST.plusDays(1), null, "terms 2", 2_000), day(1));
        for (PaperMeter meter : List.of(steady, wavering)) read(meter, 1, 13_000);
        wavering.declare(supplied(FIRST, null, "terms 3", 2_000), day(1));
        for (PaperMeter meter : List.of(steady, wavering)) meter.post(FIRST);

        assertThat(used(wavering)).isEqualTo(used(steady));
    }

    @Test
    void theMidnightOfAWrongBeginningThatComesLateClosesTheDayBeforeIt() {
        PaperMeter steady = connected(FIRST, null);
        PaperMeter wavering = connected(FIRST, null);
        for (PaperMeter meter : List.of(steady, wavering))
            assertThat(meter.read(new Register(day(0).plus(Duration.ofHours(12)), 10_000), day(1)))
                    .isInstanceOf(Recorded.class);
        wavering.declare(supplied(FIRST.plusDays(1), null, "terms 2", 2_000), day(1));
        for (PaperMeter meter : List.of(steady, wavering)) read(meter, 2, 15_000);
        for (PaperMeter meter : List.of(steady, wavering)) meter.post(FIRST.plusDays(1));
        for (PaperMeter meter : List.of(steady, wavering)) read(meter, 1, 13_000);
        wavering.declare(supplied(FIRST, null, "terms 3", 2_000), day(3));
        for (PaperMeter meter : List.of(steady, wavering)) meter.post(FIRST.plusDays(2));

        assertThat(used(wavering)).isEqualTo(used(steady));
        assertThat(wavering.balancePaise()).isEqualTo(steady.balancePaise());
    }

    @Test
    void whatTheMeterOfAMidnightCannotHaveCountedSinceSupplyBeganAfterAllIsNotCharged() {
        PaperMeter meter = connected(FIRST.plusDays(2), null);
        read(meter, 2, 2_190_000);
        read(meter, 3, 2_192_000);
        meter.declare(supplied(FIRST, null), day(3));
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(2), 2_000L));

        read(meter, 0, 2_170_000);
        meter.declare(supplied(FIRST, null, "terms 2", 3_000), day(3));

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(1), 20_000L, FIRST.plusDays(2), 2_000L));
        assertThat(meter.account().opening()).isEqualTo(new Register(day(0), 0));
    }

    @Test
    void whatTheFirstRegisterMeansIsSettledByALineOfItsOwn() {
        PaperMeter meter = connected(FIRST, null);
        read(meter, 2, 90_000);
        meter.post(FIRST.plusDays(2));
        meter.declare(supplied(LONG_AGO, null), day(3));

        assertThat(meter.ledger())
                .filteredOn(entry -> entry.cause().equals("terms, first register"))
                .extracting(LedgerEntry::day, LedgerEntry::wh)
                .contains(tuple(FIRST.plusDays(1), -90_000L));
    }

    @Test
    void whatAMeterCannotHaveCountedSinceSupplyBeganAfterAllIsNotCharged() {
        PaperMeter late = connected(LONG_AGO, null);
        read(late, 2, 2_190_000);
        late.declare(supplied(FIRST, null), day(3));
        read(late, 3, 2_196_000);
        PaperMeter inTime = connected(LONG_AGO, null);
        inTime.declare(supplied(FIRST, null), day(2));
        Reading doubted = Reading.measured(new Register(day(2), 2_190_000));
        assertThat(inTime.read(doubted, day(3))).isInstanceOf(Judgement.Doubted.class);
        inTime.release(doubted, doubted.releasedAsOpening(), day(3));
        read(inTime, 3, 2_196_000);

        assertThat(late.account().openWh()).isEqualTo(Map.of(FIRST.plusDays(2), 6_000L));
        assertThat(inTime.account().openWh()).isEqualTo(late.account().openWh());
    }

    @Test
    void aFirstRegisterPostedLongerAgoThanDaysAreSettledAnewStaysWhatItWas() {
        PaperMeter meter = connected(FIRST, null);
        read(meter, 2, 90_000);
        meter.post(FIRST.plusDays(2));
        meter.declare(supplied(LONG_AGO, null), day(60));

        assertThat(meter.whByDay()).containsEntry(FIRST.plusDays(1), 90_000L);
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

    private static Supplier<PaperMeter> connectedAs(LocalDate supplyFrom, @Nullable LocalDate paidFrom) {
        return () -> connected(supplyFrom, paidFrom);
    }

    /** What posted days come to, but for those without use. */
    private static Map<LocalDate, Long> used(PaperMeter meter) {
        return meter.whByDay().entrySet().stream()
                .filter(day -> day.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PaperMeter connected(LocalDate supplyFrom, @Nullable LocalDate paidFrom) {
        Declaration declared = supplied(supplyFrom, paidFrom);
        return new PaperMeter(Books.SHIPPED, Books.JUDGE, declared.account(declared.opened(EARLIEST)));
    }

    private static Declaration supplied(LocalDate from, @Nullable LocalDate paidFrom) {
        return supplied(from, paidFrom, "terms", 2_000);
    }

    private static Declaration supplied(LocalDate from, @Nullable LocalDate paidFrom, String cause, long loadW) {
        return new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                "LMV-1-URBAN",
                loadW,
                BillingMode.PREPAID,
                paidFrom,
                from,
                true,
                null,
                FIRST.plusDays(2),
                cause,
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
