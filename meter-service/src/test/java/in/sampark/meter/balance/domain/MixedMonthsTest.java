package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.tariff.TariffFiles;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months within which load, category or tariff change, under rules that look back on the days behind. All sums by hand. */
class MixedMonthsTest {

    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);
    private static final Pricing SHIPPED = new Pricing(TariffFiles.read("classpath:tariffs/*.yml"));

    @TempDir
    private Path files;

    @Test
    void oncePassedFreeUnitsTheFixedChargeOfEachDayIsThatOfItsLoad() {
        // 120 kWh until the 24th, beyond 125 on the 25th; Rs 80 a kW: 2 kW × 80 × 20 ÷ 31 + 10 kW × 80 × 11 ÷ 31 =
        // 103.23 + 283.87
        Charge month = august(day -> plan("DS-II", day <= 20 ? 2_000 : 10_000), day -> day <= 24 ? 5_000 : 10_000);

        assertThat(month.fixedPaise()).isEqualTo(38_710);
    }

    @Test
    void andThatOfItsCategory() {
        // Rs 40 a kW until the 15th, Rs 80 from the 16th; beyond 125 on the 25th: 2 × 40 × 15 ÷ 31 + 2 × 80 × 16 ÷ 31 =
        // 38.71 + 82.58
        Charge late = august(day -> plan(day <= 15 ? "DS-I" : "DS-II", 2_000), day -> day <= 24 ? 5_000 : 10_000);
        // beyond it on the 7th already: what was due then is not due again
        Charge early = august(day -> plan(day <= 15 ? "DS-I" : "DS-II", 2_000), _ -> 20_000);

        assertThat(late.fixedPaise()).isEqualTo(12_129);
        assertThat(early.fixedPaise()).isEqualTo(12_129);
    }

    @Test
    void whatIsWaivedToTheEndIsDueOnNoDay() {
        assertThat(august(day -> plan("DS-II", day <= 20 ? 2_000 : 10_000), _ -> 4_000)
                        .fixedPaise())
                .isZero();
    }

    @Test
    void noMoreOfAMinimumIsGivenBackThanWasAdded() throws IOException {
        Pricing pricing = pricing("""
                  - effective-from: 2026-01-01
                    energy:
                      - rupees-per-kwh: 5
                    fixed-rupees-per-kw: 50
                    minimum-rupees-per-kw: 90
                    duty-percent: 0
                """);
        // until the 20th 2 kW × (90 − 50) × 20 ÷ 30 = 53.33 are added, and given back from the 21st on
        Charge first = days(pricing, 20, day -> 0, day -> load(day <= 20 ? 2_000 : 10_000));
        Charge month = days(pricing, 30, day -> day <= 20 ? 0 : 100_000, day -> load(day <= 20 ? 2_000 : 10_000));

        assertThat(first.minimumPaise()).isEqualTo(5_333);
        assertThat(month.minimumPaise()).isZero();
        // 1,000 kWh × 5; fixed: 2 × 50 × 20 ÷ 30 + 10 × 50 × 10 ÷ 30 = 66.67 + 166.67
        assertThat(month.totalPaise()).isEqualTo(500_000 + 23_334);
    }

    @Test
    void aMinimumThatBeginsWithinAMonthGivesBackNothingThatWasNotAdded() throws IOException {
        Pricing pricing = pricing("""
                  - effective-from: 2026-01-01
                    energy:
                      - rupees-per-kwh: 5
                    fixed-rupees-per-kw: 50
                    duty-percent: 0
                  - effective-from: 2026-06-11
                    energy:
                      - rupees-per-kwh: 5
                    fixed-rupees-per-kw: 50
                    minimum-rupees-per-kw: 450
                    duty-percent: 0
                """);
        // 400 kWh × 5 = 2,000.00; fixed: 2 kW × 50 = 100.00
        Charge month = days(pricing, 30, day -> day <= 10 ? 0 : 20_000, _ -> load(2_000));

        assertThat(month.minimumPaise()).isZero();
        assertThat(month.totalPaise()).isEqualTo(210_000);
    }

    @Test
    void aMonthUnderWayWhenNothingWasNotedOfItEndsAsIfAllHadBeenAsNow() {
        MonthBehind unknown = MonthBehind.used(120_000);
        Charge charge = SHIPPED.ofDay(plan("DS-II", 2_000), AUGUST.plusDays(24), unknown, 10_000)
                .charge();

        // 2 kW × 80 × 25 ÷ 31 = 129.03
        assertThat(charge.fixedPaise()).isEqualTo(12_903);
    }

    @Test
    void registersThatComeLateLeadToTheSame() {
        PaperMeter inTime = meter();
        IntStream.rangeClosed(1, 31).forEach(day -> {
            read(inTime, day, day);
            inTime.post(AUGUST.withDayOfMonth(day));
            declareLoad(inTime, day);
        });
        PaperMeter late = meter();
        IntStream.rangeClosed(1, 31).forEach(day -> {
            if (day < 12 || day > 28) read(late, day, day);
            late.post(AUGUST.withDayOfMonth(day));
            declareLoad(late, day);
        });
        IntStream.of(20, 13, 28, 12, 25, 14, 15, 16, 17, 18, 19, 27, 21, 22, 26, 23, 24)
                .forEach(day -> read(late, day, 31));

        assertThat(late.chargeByDay()).isEqualTo(inTime.chargeByDay());
        assertThat(late.account().posted()).isEqualTo(inTime.account().posted());
        assertThat(inTime.chargeByDay().values().stream()
                        .mapToLong(Charge::fixedPaise)
                        .sum())
                .isEqualTo(38_710);
    }

    private static PaperMeter meter() {
        Terms terms = new Terms("DS-II", 2_000, AUGUST, null, BillingMode.PREPAID, false);
        return new PaperMeter(Books.SHIPPED, Books.JUDGE, Account.opened("NBPDCL:7010000001", "NBPDCL", terms, AUGUST));
    }

    /** 5 kWh a day, at the midnight that ends it. */
    private static void read(PaperMeter meter, int day, int known) {
        Instant at = Midnight.ending(AUGUST.withDayOfMonth(day));
        meter.read(new Register(at, day * 5_000L), Midnight.ending(AUGUST.withDayOfMonth(known)));
    }

    /** 10 kW from the 21st on. */
    private static void declareLoad(PaperMeter meter, int day) {
        if (day != 20) return;
        LocalDate from = AUGUST.withDayOfMonth(21);
        meter.declare(
                new Declaration(
                        "NBPDCL:7010000001",
                        "NBPDCL",
                        "DS-II",
                        10_000,
                        BillingMode.PREPAID,
                        null,
                        AUGUST,
                        false,
                        null,
                        from,
                        "load",
                        null),
                Midnight.starting(from));
    }

    private Pricing pricing(String versions) throws IOException {
        Files.writeString(files.resolve("all.yml"), "category: ALL\nsource: made up\nversions:\n" + versions);
        return new Pricing(TariffFiles.read("file:" + files + "/*.yml"));
    }

    private static Plan load(long loadW) {
        return new Plan("ALL", loadW, BillingMode.PREPAID, LocalDate.of(2026, 1, 1));
    }

    private static Plan plan(String category, long loadW) {
        return new Plan(category, loadW, BillingMode.PREPAID, LocalDate.of(2025, 1, 1));
    }

    private static Charge august(IntFunction<Plan> plan, IntToLongFunction wh) {
        return days(SHIPPED, AUGUST, 31, wh, plan);
    }

    private static Charge days(Pricing pricing, int last, IntToLongFunction wh, IntFunction<Plan> plan) {
        return days(pricing, LocalDate.of(2026, 6, 1), last, wh, plan);
    }

    private static Charge days(
            Pricing pricing, LocalDate month, int last, IntToLongFunction wh, IntFunction<Plan> plan) {
        Charge sum = Charge.NONE;
        MonthBehind soFar = MonthBehind.NOTHING;
        for (int day = 1; day <= last; day++) {
            Priced priced = pricing.ofDay(plan.apply(day), month.withDayOfMonth(day), soFar, wh.applyAsLong(day));
            sum = sum.plus(priced.charge());
            soFar = priced.month();
        }
        return sum;
    }
}
