package in.sampark.meter.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Bills of whole months, worked out by hand from the tariffs as they are printed. Rupees in the calculation, paise in the charge. */
class HandCalculatedBillsTest {

    private static final Tariffs SHIPPED = TariffFiles.read("classpath:tariffs/*.yml");

    private static final Tariff EVERYTHING =
            TariffFile.read("all.yml", new StringReader("""
                    category: ALL
                    source: made up
                    versions:
                      - effective-from: 2026-01-01
                        energy:
                          - rupees-per-kwh: 5
                        fixed-rupees-per-kw: 50
                        fixed-rupees-per-connection: 30
                        minimum-rupees-per-kw: 90
                        minimum-rupees-per-connection: 30
                        duty-percent: 5
                        duty-on: [energy, fixed, surcharge]
                    fuel-surcharge:
                      on: [energy, fixed]
                      percents:
                        - {effective-from: 2026-01-01, percent: 2.5}
                    """)).tariffs().getFirst();

    @Test
    void upUrbanWithoutRebateAsTheStoryHasIt() {
        // 150 × 5.50 + 150 × 6.00 + 40 × 6.50 = 825 + 900 + 260 = 1,985.00
        // fixed: 2 kW × 110 = 220.00; duty: 5 % of 2,205.00 = 110.25
        assertBill("LMV-1-URBAN", "2019-06-30", 2_000, 340, new Charge(198_500, 0, 22_000, 0, 0, 0, 11_025), 231_525);
    }

    @Test
    void upUrbanPrepaid() {
        // as above, less 2 % of 2,205.00 = 44.10
        assertBill(
                "LMV-1-URBAN", "2026-04-30", 2_000, 340, new Charge(198_500, 0, 22_000, 0, -4_410, 0, 11_025), 227_115);
    }

    @Test
    void upRural() {
        // 100 × 3.35 + 50 × 3.85 + 150 × 5.00 + 20 × 5.50 = 335 + 192.50 + 750 + 110 = 1,387.50
        // fixed: 1 kW × 90 = 90.00; rebate: 2 % of 1,477.50 = 29.55; duty: 5 % of 1,477.50 = 73.875, half up 73.88
        assertBill(
                "LMV-1-RURAL", "2026-04-30", 1_000, 320, new Charge(138_750, 0, 9_000, 0, -2_955, 0, 7_388), 152_183);
    }

    @Test
    void upBelowThePovertyLine() {
        // 100 × 3.00 + 20 × 5.50 = 410.00; fixed: 50.00, whatever the load; rebate: 2 % of 460.00 = 9.20; duty: 5 % of
        // 460.00 = 23.00
        assertBill("LMV-1-BPL", "2026-04-30", 1_000, 120, new Charge(41_000, 0, 5_000, 0, -920, 0, 2_300), 47_380);
    }

    @Test
    void biharRural() {
        // 80 × 7.42 = 593.60; subsidy: 80 × 4.97 = 397.60, left 196.00; rebate: 80 × 0.25 = 20.00
        // fixed: 1 kW × 40 = 40.00; duty: 6 % of 196.00 = 11.76
        assertBill("DS-I", "2025-06-30", 1_000, 80, new Charge(59_360, -39_760, 4_000, 0, -2_000, 0, 1_176), 22_776);
    }

    @Test
    void biharUrban() {
        // 100 × 7.42 + 30 × 8.95 = 742 + 268.50 = 1,010.50; subsidy: 100 × 3.30 + 30 × 3.43 = 330 + 102.90 = 432.90,
        // left 577.60
        // rebate: 130 × 0.25 = 32.50; fixed: 2 kW × 80 = 160.00; duty: 6 % of 577.60 = 34.656, half up 34.66
        assertBill(
                "DS-II", "2025-06-30", 2_000, 130, new Charge(101_050, -43_290, 16_000, 0, -3_250, 0, 3_466), 73_976);
    }

    @Test
    void biharUrbanWithinTheFreeUnits() {
        // 100 × 7.42 + 25 × 8.95 = 965.75, all of it the state's; no fixed charge, and no duty on nothing
        assertBill("DS-II", "2025-08-31", 2_000, 125, new Charge(96_575, -96_575, 0, 0, 0, 0, 0), 0);
    }

    @Test
    void biharUrbanBeyondTheFreeUnits() {
        // 1,010.50; left to pay: 5 × (8.95 − 3.43) = 27.60, so subsidy 982.90; rebate: 5 × 0.25 = 1.25
        // fixed: the whole month's 160.00; duty: 6 % of 27.60 = 1.656, half up 1.66
        assertBill("DS-II", "2025-08-31", 2_000, 130, new Charge(101_050, -98_290, 16_000, 0, -125, 0, 166), 18_801);
    }

    @Test
    void biharUrbanSuppliedForHalfAMonthHasHalfTheSlab() {
        // the first slab ends at 100 × 15 ÷ 30 = 50: 50 × 7.42 + 10 × 8.95 = 460.50; subsidy: 50 × 3.30 + 10 × 3.43 =
        // 199.30
        // left 261.20; rebate: 60 × 0.25 = 15.00; fixed: 160 × 15 ÷ 30 = 80.00; duty: 6 % of 261.20 = 15.672, half up
        // 15.67
        LocalDate end = LocalDate.of(2025, 6, 30);
        assertThat(suppliedFrom16th(SHIPPED.on("DS-II", end), end, 2_000, 60_000))
                .isEqualTo(new Charge(46_050, -19_930, 8_000, 0, -1_500, 0, 1_567));
    }

    @Test
    void biharUrbanSuppliedForHalfAMonthHasHalfTheFreeUnits() {
        // free: 125 × 15 ÷ 30 = 62.5 units. Within them nothing is owed; one unit more: 5.52, less 0.25, and half of
        // 160 fixed; duty 0.3312
        LocalDate end = LocalDate.of(2025, 9, 30);
        assertThat(suppliedFrom16th(SHIPPED.on("DS-II", end), end, 2_000, 62_500)
                        .totalPaise())
                .isZero();
        assertThat(suppliedFrom16th(SHIPPED.on("DS-II", end), end, 2_000, 63_500)
                        .totalPaise())
                .isEqualTo(552 - 25 + 8_000 + 33);
    }

    @Test
    void littleUseIsChargedTheMinimum() {
        // 20 × 5 = 100.00; fixed: 3 kW × 50 + 30 = 180.00; surcharge: 2.5 % of 280.00 = 7.00; together 287.00
        // minimum: 3 kW × 90 + 30 = 300.00, so 13.00 more; duty: 5 % of 287.00 = 14.35
        assertThat(EVERYTHING.price(new MonthToDate(20_000, 30, 1, 30, 3_000)))
                .isEqualTo(new Charge(10_000, 0, 18_000, 700, 0, 1_300, 1_435));
    }

    @Test
    void enoughUseIsNot() {
        // 40 × 5 = 200.00; fixed 180.00; surcharge: 2.5 % of 380.00 = 9.50; 389.50 is more than 300.00; duty: 5 % of
        // 389.50 = 19.475, half up
        assertThat(EVERYTHING.price(new MonthToDate(40_000, 30, 1, 30, 3_000)))
                .isEqualTo(new Charge(20_000, 0, 18_000, 950, 0, 0, 1_948));
    }

    @Test
    void theMinimumOfHalfAMonthIsHalf() {
        // 10 × 5 = 50.00; fixed: 180 × 15 ÷ 30 = 90.00; surcharge: 2.5 % of 140.00 = 3.50; 143.50 of 150.00, so 6.50
        // more
        // duty: 5 % of 143.50 = 7.175; as month to date: 5 % of 235.75 = 11.79 less 5 % of the 92.25 before supply =
        // 4.61
        assertThat(suppliedFrom16th(EVERYTHING, LocalDate.of(2026, 6, 30), 3_000, 10_000))
                .isEqualTo(new Charge(5_000, 0, 9_000, 350, 0, 650, 718));
    }

    private static void assertBill(String code, String end, long loadW, long kwh, Charge bill, long totalPaise) {
        LocalDate day = LocalDate.parse(end);
        MonthToDate month = new MonthToDate(kwh * 1_000, day.lengthOfMonth(), 1, day.lengthOfMonth(), loadW);
        assertThat(SHIPPED.on(code, day).price(month)).isEqualTo(bill);
        assertThat(bill.totalPaise()).isEqualTo(totalPaise);
    }

    private static Charge suppliedFrom16th(Tariff tariff, LocalDate end, long loadW, long wh) {
        LocalDate from = end.withDayOfMonth(16);
        return tariff.price(MonthToDate.of(end, from, end.getDayOfMonth(), wh, loadW))
                .minus(tariff.price(MonthToDate.of(end, from, 15, 0, loadW)));
    }
}
