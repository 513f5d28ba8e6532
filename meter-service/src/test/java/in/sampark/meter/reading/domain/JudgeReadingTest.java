package in.sampark.meter.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeReadingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final PaperMeter meter = Books.meter(FIRST, LAST);

    @Test
    void energyOfMissingDaysBelongsToTheDayOfTheNextReading() {
        read(1, 1_000);
        read(4, 5_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L, day(4), 4_000L));
    }

    @Test
    void lateReadingTakesItsPartOfTheEnergyToItsDay() {
        read(1, 1_000);
        read(4, 5_000);
        assertThat(read(2, 2_500, midnight(4))).isInstanceOf(Recorded.class);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L, day(2), 1_500L, day(4), 2_500L));
    }

    @Test
    void readingsWithinADayMoveNothingBetweenDays() {
        read(1, 1_000);
        read(2, 3_000);
        meter.read(new Register(midnight(1).plus(Duration.ofHours(6)), 1_700), midnight(2));

        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L, day(2), 2_000L));
    }

    @Test
    void readingSentAgainIsADuplicateHoweverOld() {
        read(1, 1_000);

        assertThat(read(1, 1_000, midnight(100))).isInstanceOf(Duplicate.class);
    }

    @Test
    void ofTwoRegistersOfOneTimeTheFirstStays() {
        read(1, 1_000);

        assertThat(read(1, 1_100))
                .isEqualTo(new Doubted(
                        Reason.CONFLICT,
                        "registerWh: 1100 at 2026-06-01T18:30:00Z"
                                + " (expected: 1000, as recorded before; the first one stays)"));
    }

    @Test
    void negativeRegisterIsRefused() {
        assertThat(read(1, -1)).isEqualTo(new Refused("registerWh: -1 (expected: >= 0)"));
    }

    @Test
    void registerAboveTheMostIsRefused() {
        assertThat(read(1, 200_000_000_000_000_000L))
                .isEqualTo(new Refused("registerWh: 200000000000000000 (expected: <= 1000000000000)"));
        assertThat(read(1, 1_000_000_000_001L)).isInstanceOf(Refused.class);
        assertThat(read(1, 1_000_000_000_000L)).isInstanceOf(Doubted.class);
    }

    @Test
    void registerOfTomorrowIsRefusedButAClockSlightlyAheadIsNot() {
        assertThat(read(1, 10, midnight(1).minusSeconds(301)))
                .isEqualTo(new Refused("registerAt: 2026-06-01T18:30:00Z (expected: at most 2026-06-01T18:29:59Z)"));
        assertThat(read(1, 10, midnight(1).minusSeconds(300))).isInstanceOf(Recorded.class);
    }

    @Test
    void registerBelowThePreviousOneIsDoubted() {
        read(1, 1_000);

        assertThat(read(2, 999))
                .isEqualTo(new Doubted(
                        Reason.BACKWARDS, "registerWh: 999 (expected: >= 1000, the register at 2026-06-01T18:30:00Z)"));
    }

    @Test
    void lateRegisterAboveTheNextOneIsDoubted() {
        read(1, 1_000);
        read(3, 2_000);

        assertThat(read(2, 2_001, midnight(3)))
                .isEqualTo(new Doubted(
                        Reason.ABOVE_NEXT,
                        "registerWh: 2001 (expected: <= 2000, the register at 2026-06-03T18:30:00Z)"));
    }

    @Test
    void readingOutsideTheSupplyPeriodIsRefused() {
        Register before = new Register(Midnight.starting(FIRST).minusSeconds(1), 0);
        Register after = new Register(Midnight.ending(LAST).plusSeconds(1), 0);

        assertThat(meter.read(before, before.at()))
                .isEqualTo(new Refused("registerAt: 2026-05-31T18:29:59Z, which closes 2026-05-31"
                        + " (expected: a day of the supply period, 2026-06-01 to 2026-12-31)"));
        assertThat(meter.read(after, after.at())).isInstanceOf(Refused.class);
    }

    @Test
    void aMeterIsTakenForNewWhenSupplyBegins() {
        read(1, 1_000);
        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L));

        assertThat(read(0, 0)).isInstanceOf(Recorded.class);
        assertThat(read(0, 0)).isInstanceOf(Duplicate.class);
        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L));
    }

    @Test
    void energyCountsFromTheRegisterAtTheMidnightWithWhichSupplyBegins() {
        assertThat(read(0, 2_190_000)).isInstanceOf(Recorded.class);
        read(1, 2_191_000);

        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L));
        assertThat(read(0, 2_190_000)).isInstanceOf(Duplicate.class);
        assertThat(read(0, 2_190_001)).isInstanceOf(Doubted.class);
    }

    @Test
    void theMidnightWithWhichSupplyBeginsMayComeLate() {
        assertThat(read(1, 2_191_000)).isInstanceOf(Doubted.class);
        assertThat(read(0, 2_190_000)).isInstanceOf(Recorded.class);
        assertThat(meter.doubted()).isEmpty();

        PaperMeter posted = Books.meter(FIRST, LAST);
        posted.read(new Register(midnight(1), 3_000), midnight(1));
        posted.post(day(2));
        posted.read(new Register(midnight(0), 2_000), midnight(3));

        assertThat(meter.account().openWh()).isEqualTo(Map.of(day(1), 1_000L));
        assertThat(posted.whByDay()).isEqualTo(Map.of(day(1), 1_000L, day(2), 0L));
    }

    @Test
    void aClosingRegisterAtThatMidnightIsOfTheSupplyBefore() {
        Reading closing = Reading.sent(new Register(midnight(0), 5), Moment.CLOSING, Quality.MEASURED);

        assertThat(meter.read(closing, midnight(0))).isInstanceOf(Refused.class);
    }

    @Test
    void readingBeyondTheLatenessWindowIsRefused() {
        assertThat(read(1, 10, midnight(36))).isInstanceOf(Recorded.class);
        assertThat(read(2, 10, midnight(38)))
                .isEqualTo(new Refused("registerAt: 2026-06-02T18:30:00Z (expected: at least 2026-06-03T18:30:00Z)"));
    }

    private Judgement read(int day, long wh) {
        return read(day, wh, midnight(day));
    }

    private Judgement read(int day, long wh, Instant now) {
        return meter.read(new Register(midnight(day), wh), now);
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }

    private static Instant midnight(int day) {
        return Midnight.ending(day(day));
    }
}
