package in.sampark.meter;

import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Ladder;
import in.sampark.meter.balance.domain.Ladders;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.tariff.TariffFiles;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.Component;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rules as they are shipped: tariffs, the ladder 30-10-0 and five weeks for late readings. */
public final class Books {

    public static final Bookkeeping SHIPPED = new Bookkeeping(
            TariffFiles.read("classpath:tariffs/*.yml"),
            new Ladders(
                    new Ladder(List.of(
                            Rung.percentOfLastRecharge(30),
                            Rung.percentOfLastRecharge(10),
                            Rung.percentOfLastRecharge(0))),
                    Map.of()),
            7);

    public static final JudgeReading JUDGE =
            new JudgeReading(SHIPPED, Duration.ofDays(35), Duration.ofMinutes(5), 1_000_000_000_000L);

    private Books() {}

    public static PaperMeter meter(LocalDate from, LocalDate to) {
        return new PaperMeter(SHIPPED, JUDGE, from, to);
    }

    /** A charge of a tariff that knows no other components. */
    public static Charge charge(long energyPaise, long fixedPaise, long dutyPaise) {
        return Charge.of(Component.ENERGY, energyPaise)
                .plus(Component.FIXED, fixedPaise)
                .plus(Component.DUTY, dutyPaise);
    }
}
