package in.sampark.meter;

import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Ladder;
import in.sampark.meter.balance.domain.Ladders;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Limits;
import in.sampark.meter.reading.domain.LimitsByDiscom;
import in.sampark.meter.tariff.TariffFiles;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.Component;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rules as they are shipped: tariffs, the ladder 30-10-0 and five weeks for late readings, meters of six digits. */
public final class Books {

    public static final Bookkeeping SHIPPED = new Bookkeeping(
            TariffFiles.read("classpath:tariffs/*.yml"),
            new Ladders(
                    new Ladder(
                            List.of(
                                    Rung.percentOfLastRecharge(30),
                                    Rung.percentOfLastRecharge(10),
                                    Rung.percentOfLastRecharge(0)),
                            List.of(Rung.paise(10_000), Rung.paise(0))),
                    Map.of()),
            7);

    public static final Limits LIMITS = new Limits(1_000_000_000, 3, 1_000, 1_000);

    public static final JudgeReading JUDGE = judge(LIMITS);

    private Books() {}

    public static PaperMeter meter(LocalDate from, LocalDate to) {
        return new PaperMeter(SHIPPED, JUDGE, from, to);
    }

    /** One that believes a few hundred kWh a day, so that a balance falls fast. */
    public static PaperMeter meterOfAnyLoad(LocalDate from, LocalDate to) {
        return new PaperMeter(SHIPPED, judge(new Limits(LIMITS.modulusWh(), 1_000, 0, 0)), from, to);
    }

    private static JudgeReading judge(Limits limits) {
        return new JudgeReading(
                SHIPPED,
                new LimitsByDiscom(limits, Map.of()),
                Duration.ofDays(35),
                Duration.ofMinutes(5),
                1_000_000_000_000L);
    }

    /** A charge of a tariff that knows no other components. */
    public static Charge charge(long energyPaise, long fixedPaise, long dutyPaise) {
        return Charge.of(Component.ENERGY, energyPaise)
                .plus(Component.FIXED, fixedPaise)
                .plus(Component.DUTY, dutyPaise);
    }
}
