package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.tariff.TariffFiles;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** April 2026 with a new tariff from the 11th and a fuel surcharge from the 16th; 1 kW and 12 kWh a day. */
class ChangingTariffTest {

    private static final String TARIFF = """
            category: HOME
            source: made up
            versions:
              - effective-from: 2026-01-01
                energy:
                  - up-to-kwh: 100
                    rupees-per-kwh: 5
                  - rupees-per-kwh: 6
                fixed-rupees-per-kw: 30
                duty-percent: 5
              - effective-from: 2026-04-11
                energy:
                  - up-to-kwh: 100
                    rupees-per-kwh: 5.50
                  - up-to-kwh: 200
                    rupees-per-kwh: 7
                  - rupees-per-kwh: 8
                fixed-rupees-per-kw: 60
                duty-percent: 5
            fuel-surcharge:
              on: [energy, fixed]
              percents:
                - effective-from: 2026-04-16
                  percent: 10
            """;

    private static final Plan PLAN = new Plan("HOME", 1_000, BillingMode.PREPAID, LocalDate.of(2025, 1, 1));

    @TempDir
    private Path files;

    private Pricing pricing;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(files.resolve("home.yml"), TARIFF);
        pricing = new Pricing(TariffFiles.read("file:" + files + "/*.yml"));
    }

    @Test
    void eachUnitIsPricedOnceByTheTariffOfItsDay() {
        // 1st to 10th, 120 kWh: 100 × 5 + 20 × 6 = 620.00; fixed 30 × 10 ÷ 30 = 10.00
        // 11th to 30th, from 120 to 360 kWh: 80 × 7 + 160 × 8 = 1,840.00; fixed 60 × 20 ÷ 30 = 40.00
        // surcharge from the 16th, from 180 kWh on: 10 % of 20 × 7 + 160 × 8 + 60 × 15 ÷ 30 = 10 % of 1,450.00 = 145.00
        // duty: 5 % of 630.00 and of 1,880.00 = 31.50 + 94.00
        assertThat(days(1, 30)).isEqualTo(new Charge(246_000, 0, 5_000, 14_500, 0, 0, 12_550));
    }

    @Test
    void aDayInWhichASlabEndsIsPricedByBoth() {
        // the 9th, from 96 to 108 kWh: 4 × 5 + 8 × 6 = 68.00
        assertThat(days(9, 9).energyPaise()).isEqualTo(6_800);
    }

    @Test
    void theFirstDayOfATariffGoesOnWhereTheMonthStands() {
        // the 10th: 108 to 120 at 6; the 11th: 120 to 132 at 7, a slab that was not there at midnight
        assertThat(days(10, 10).energyPaise()).isEqualTo(7_200);
        assertThat(days(11, 11).energyPaise()).isEqualTo(8_400);
        assertThat(days(15, 15).surchargePaise()).isZero();
        assertThat(days(16, 16).surchargePaise()).isEqualTo(860);
    }

    /** Of 12 kWh a day. */
    private Charge days(int first, int last) {
        Charge sum = Charge.NONE;
        MonthBehind month = MonthBehind.NOTHING;
        for (int day = 1; day <= last; day++) {
            Priced priced = pricing.ofDay(PLAN, LocalDate.of(2026, 4, day), month, 12_000);
            if (day >= first) sum = sum.plus(priced.charge());
            month = priced.month();
        }
        return sum;
    }
}
