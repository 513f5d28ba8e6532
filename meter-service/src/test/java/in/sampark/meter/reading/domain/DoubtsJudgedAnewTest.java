package in.sampark.meter.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When doubted readings are judged anew, and how. The load is 2 kW. */
class DoubtsJudgedAnewTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    private final PaperMeter meter = Books.meter(FIRST, LocalDate.of(2026, 12, 31));

    @Test
    void lateRegisterEndsADoubtAboutTheOneBeforeItToo() {
        read(day(1).minus(Duration.ofMinutes(30)), 0, day(1));
        read(day(1).plus(Duration.ofHours(1)), 7_900, day(2));
        assertThat(read(day(1), 100, day(2))).isInstanceOf(Doubted.class);
        assertThat(read(day(1).plus(Duration.ofMinutes(30)), 4_000, day(2))).isInstanceOf(Recorded.class);

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 100L, FIRST.plusDays(1), 7_800L));
    }

    @Test
    void whatWasTakenInTimeIsNotTooLateWhenItIsReleased() {
        named("OLD", 1, 5_000);
        for (int n = 3; n <= 40; n++) named("NEW", n, 1_000 * n);
        assertThat(meter.doubted()).hasSize(38);
        Reading first = reading("NEW", 3, 3_000);
        meter.release(first, first.releasedAsOpening(), day(41));

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh()).hasSize(38).containsEntry(FIRST.plusDays(3), 1_000L);
    }

    @Test
    void whatWasTakenInTimeIsNotTooLateWhenTheRegisterComesThatWasMissing() {
        named("OLD", 3, 5_000);
        assertThat(meter.read(reading("OLD", 1, 6_000), day(4))).isInstanceOf(Doubted.class);
        named("OLD", 4, 5_100);

        assertThat(meter.doubted()).hasSize(1);
        Reading opening = Reading.sent(new Register(day(2), 4_900, "OLD"), Moment.OPENING, Quality.MEASURED);
        assertThat(meter.read(opening, day(37))).isInstanceOf(Recorded.class);

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh())
                .isEqualTo(Map.of(FIRST, 6_000L, FIRST.plusDays(2), 100L, FIRST.plusDays(3), 100L));
    }

    @Test
    void largerLoadEndsADoubtAboutWhatTheSmallerOneCouldNotDraw() {
        assertThat(read(day(1), 200_000, day(1))).isInstanceOf(Doubted.class);
        declare(1, 5_000);

        assertThat(meter.doubted()).isEmpty();
        assertThat(meter.account().openWh()).isEqualTo(Map.of(FIRST, 200_000L));
    }

    @Test
    void largerLoadIsBelievedFromItsDayOnThoughDaysBeforeItAreNotPosted() {
        declare(3, 5_000);
        assertThat(meter.account().terms().loadW()).isEqualTo(2_000);

        assertThat(read(day(3), 900_000, day(3))).isInstanceOf(Recorded.class);
    }

    private Judgement read(Instant at, long wh, Instant now) {
        return meter.read(new Register(at, wh), now);
    }

    private void named(String meterNo, int day, long wh) {
        meter.read(reading(meterNo, day, wh), day(day));
    }

    private static Reading reading(String meterNo, int day, long wh) {
        return Reading.measured(new Register(day(day), wh, meterNo));
    }

    private void declare(int n, long loadW) {
        meter.declare(
                new Declaration(
                        meter.account().connectionId(),
                        meter.account().discom(),
                        "LMV-1-URBAN",
                        loadW,
                        BillingMode.PREPAID,
                        null,
                        FIRST,
                        true,
                        LocalDate.of(2026, 12, 31),
                        FIRST.plusDays(n - 1L),
                        "terms",
                        null),
                day(n - 1));
    }

    /** The midnight that ends the nth day. */
    private static Instant day(int n) {
        return Midnight.starting(FIRST.plusDays(n));
    }
}
