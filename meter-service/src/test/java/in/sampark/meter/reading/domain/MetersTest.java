package in.sampark.meter.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What registers of real meters do: roll over, jump, go backwards, end with their meter. The load is 2 kW, meters have six digits. */
class MetersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final long HIGHEST = 999_999_000;

    private final PaperMeter meter = Books.meter(FIRST, LocalDate.of(2026, 12, 31));

    @Test
    void aMeterThatHasShownAllDigitsGoesOnFromZero() {
        opening(day(0), HIGHEST - 4_000, null);
        assertThat(measured(day(1), 2_000)).isInstanceOf(Recorded.class);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 7_000L));
    }

    @Test
    void aRollOverThatTheTimeDoesNotAllowIsARegisterThatWentBackwards() {
        opening(day(0), HIGHEST - 200_000, null);

        assertThat(measured(day(1), 2_000))
                .isEqualTo(new Doubted(
                        Reason.BACKWARDS,
                        "registerWh: 2000 (expected: >= 999799000, the register at 2026-05-31T18:30:00Z)"));
    }

    @Test
    void aLateRegisterBeforeARollOverTakesItsPart() {
        opening(day(0), HIGHEST - 4_000, null);
        measured(day(2), 2_000);
        measured(day(1), HIGHEST - 1_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 3_000L, FIRST.plusDays(1), 4_000L));
    }

    @Test
    void companiesHaveMetersOfTheirOwn() {
        LimitsByDiscom limits = new LimitsByDiscom(Books.LIMITS, Map.of("NBPDCL", new Limits(10_000_000, 3, 0, 0)));

        assertThat(limits.of("NBPDCL").energyWh(reading(day(0), 9_999_000), reading(day(1), 1_000)))
                .isEqualTo(2_000);
        assertThat(limits.of("DVVNL").energyWh(reading(day(0), HIGHEST), reading(day(1), 1_000)))
                .isEqualTo(2_000);
    }

    @Test
    void moreThanTheLoadAllowsIsDoubted() {
        assertThat(measured(day(1), 145_001))
                .isEqualTo(
                        new Doubted(
                                Reason.JUMP,
                                "registerWh: 145001 (expected: at most 145000 Wh above 0, the register at 2026-05-31T18:30:00Z)"));
        assertThat(measured(day(1), 145_000)).isInstanceOf(Recorded.class);
    }

    @Test
    void aSmallLoadCountsAsALargerOneAndAStepOfTheRegisterIsAlwaysBelieved() {
        assertThat(Books.LIMITS.mostWh(250, day(0), day(0).plus(Duration.ofHours(1))))
                .isEqualTo(4_000);
        assertThat(Books.LIMITS.mostWh(250, day(0), day(0))).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT30M", "PT1H", "PT24H"})
    void anyIntervalIsJudgedByItsLength(String interval) {
        Duration length = Duration.parse(interval);
        long most = length.toMinutes() * 100 + 1_000;

        assertThat(measured(day(0).plus(length), most + 1)).isInstanceOf(Doubted.class);
        assertThat(measured(day(0).plus(length), most)).isInstanceOf(Recorded.class);
    }

    @Test
    void noEnergyEndsInTheRegisterOfANewMeter() {
        measured(day(1), 5_000, "OLD");
        read(day(2), 9_000, "OLD", Moment.CLOSING, Quality.MEASURED);
        opening(day(2), 70_000, "NEW");
        measured(day(3), 71_500, "NEW");

        assertThat(meter.account().openWh())
                .isEqualTo(Map.of(FIRST, 5_000L, FIRST.plusDays(1), 4_000L, FIRST.plusDays(2), 1_500L));
    }

    @Test
    void anotherMeterWithoutAnOpeningRegisterIsDoubtedUntilThatComes() {
        measured(day(1), 5_000, "OLD");

        assertThat(measured(day(3), 6_000, "NEW"))
                .isEqualTo(new Doubted(
                        Reason.METER_CHANGED,
                        "meterNo: NEW (expected: OLD, as at 2026-06-01T18:30:00Z, or an opening register in between)"));
        opening(day(2), 4_000, "NEW");

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 5_000L, FIRST.plusDays(2), 2_000L));
    }

    @Test
    void aMeterThatIsNotNamedIsNoOtherMeter() {
        measured(day(1), 5_000, "M-1");
        assertThat(measured(day(2), 6_000)).isInstanceOf(Recorded.class);
    }

    @Test
    void theFirstRegisterOfANewMeterMayComeAsARegularOneToo() {
        measured(day(1), 5_000, "OLD");
        opening(day(2), 700, "NEW");

        assertThat(measured(day(2), 700, "NEW")).isInstanceOf(Duplicate.class);
        assertThat(measured(day(2), 6_000, "OLD")).isInstanceOf(Recorded.class);
    }

    @Test
    void theClosingRegisterOfABurntMeterIsEstimatedUntilOneIsMeasured() {
        measured(day(1), 5_000, "OLD");
        read(day(2), 8_000, "OLD", Moment.CLOSING, Quality.ESTIMATED);
        opening(day(2), 0, "NEW");
        measured(day(3), 100, "NEW");
        meter.post(FIRST.plusDays(2));
        assertThat(read(day(2), 9_500, "OLD", Moment.CLOSING, Quality.MEASURED)).isInstanceOf(Recorded.class);

        assertThat(meter.whByDay())
                .isEqualTo(Map.of(FIRST, 5_000L, FIRST.plusDays(1), 4_500L, FIRST.plusDays(2), 100L));
        assertThat(meter.ledger())
                .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.ADJUSTMENT)
                .extracting(LedgerEntry::cause)
                .containsOnly("2026-06-02T18:30:00Z measured");
    }

    @Test
    void anEstimateChangesNothingThatWasMeasured() {
        measured(day(1), 5_000);
        assertThat(read(day(1), 7_000, null, Moment.REGULAR, Quality.ESTIMATED)).isInstanceOf(Duplicate.class);
        assertThat(meter.account().last().wh()).isEqualTo(5_000);
    }

    @Test
    void oneEstimateDoesNotReplaceAnother() {
        read(day(1), 5_000, null, Moment.REGULAR, Quality.ESTIMATED);
        assertThat(read(day(1), 5_000, null, Moment.REGULAR, Quality.ESTIMATED)).isInstanceOf(Duplicate.class);
        assertThat(read(day(1), 6_000, null, Moment.REGULAR, Quality.ESTIMATED)).isInstanceOf(Doubted.class);
    }

    @Test
    void whatWasDoubtedBecauseOfAnEstimateIsBelievedOnceThatIsReplaced() {
        read(day(1), 9_000, null, Moment.REGULAR, Quality.ESTIMATED);
        assertThat(measured(day(2), 8_000)).isInstanceOf(Doubted.class);
        measured(day(1), 5_000);

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 5_000L, FIRST.plusDays(1), 3_000L));
    }

    @Test
    void aPersonMayStandForAJumpAndForAnotherMeter() {
        Reading jump = reading(day(1), 500_000);
        assertThat(meter.read(jump, day(1))).isInstanceOf(Doubted.class);
        assertThat(meter.read(jump.released(), day(1))).isInstanceOf(Recorded.class);

        measured(day(2), 501_000, "M-1");
        Reading renamed = new Reading(new Register(day(3), 502_000, "M-01"), Moment.REGULAR, Quality.MEASURED);
        assertThat(meter.read(renamed, day(3))).isInstanceOf(Doubted.class);
        assertThat(meter.read(renamed.released(), day(3))).isInstanceOf(Recorded.class);
        assertThat(measured(day(4), 503_000, "M-01")).isInstanceOf(Recorded.class);
    }

    @Test
    void nobodyMakesAMeterRunBackwardsButItMayBeANewOne() {
        measured(day(1), 5_000);
        Reading below = reading(day(2), 700);
        meter.read(below, day(2));

        assertThat(meter.read(below.released(), day(2))).isInstanceOf(Doubted.class);
        assertThat(meter.read(below.releasedAsOpening(), day(2))).isInstanceOf(Recorded.class);
        assertThat(meter.read(below, day(2))).isInstanceOf(Duplicate.class);
        measured(day(3), 900);
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 5_000L, FIRST.plusDays(2), 200L));
    }

    @Test
    void aWrongRegisterIsReplacedByOneThatAPersonStandsFor() {
        measured(day(1), 50_000);
        Reading right = reading(day(1), 5_000);
        assertThat(meter.read(right, day(1))).isInstanceOf(Doubted.class);
        assertThat(meter.read(right.released(), day(1))).isInstanceOf(Recorded.class);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 5_000L));
        assertThat(meter.account().last().wh()).isEqualTo(5_000);
    }

    private Judgement measured(Instant at, long wh) {
        return measured(at, wh, null);
    }

    private Judgement measured(Instant at, long wh, String meterNo) {
        return read(at, wh, meterNo, Moment.REGULAR, Quality.MEASURED);
    }

    private void opening(Instant at, long wh, String meterNo) {
        assertThat(read(at, wh, meterNo, Moment.OPENING, Quality.MEASURED)).isInstanceOf(Recorded.class);
    }

    private Judgement read(Instant at, long wh, String meterNo, Moment moment, Quality quality) {
        return meter.read(Reading.sent(new Register(at, wh, meterNo), moment, quality), day(5));
    }

    private static Reading reading(Instant at, long wh) {
        return Reading.measured(new Register(at, wh));
    }

    /** The midnight that ends the nth day. */
    private static Instant day(int n) {
        return Midnight.starting(FIRST.plusDays(n));
    }
}
