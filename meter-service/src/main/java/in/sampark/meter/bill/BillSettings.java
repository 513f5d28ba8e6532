package in.sampark.meter.bill;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.domain.Bounds;
import in.sampark.meter.bill.domain.FollowBills;
import in.sampark.meter.bill.domain.Lag;
import in.sampark.meter.bill.domain.ReminderLadder;
import in.sampark.meter.bill.domain.ReminderLadders;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reminders rungs of companies without their own, in days after the due date
 * @param discoms rungs by DISCOM code
 * @param remindAt local time from which a day's reminders go out and a bill due the day before is overdue
 * @param newsForDays for how many days after its issue a bill that becomes known is told of, and a payment of one that was not
 * @param lagDays for how long a payment may be on its way to billing, or the bill that it names on its way here
 * @param toPayAtMostDays longest time from a bill's issue to its due date that is believed
 * @param clockTolerance how far the billing system's and the gateway's clock may be ahead
 * @param mostPaise largest bill or payment that is taken, in paise
 * @param page connections looked at in one transaction
 * @param idle longest wait before due connections are looked for again
 */
@Validated
@ConfigurationProperties("sampark.bill")
record BillSettings(
        @NotEmpty @DefaultValue({"-3", "0", "7", "15", "30"})
        List<Integer> reminders,

        @DefaultValue Map<String, List<Integer>> discoms,
        @DefaultValue("09:00") LocalTime remindAt,
        @Min(0) @Max(366) @DefaultValue("7") int newsForDays,
        @Min(0) @Max(366) @DefaultValue("7") int lagDays,
        @Min(1) @Max(3660) @DefaultValue("366") int toPayAtMostDays,
        @DurationMin @DefaultValue("5m") Duration clockTolerance,

        @Min(1) @Max(1_000_000_000_000L) @DefaultValue("100000000000")
        long mostPaise,

        @Min(1) @Max(10_000) @DefaultValue("500") int page,
        @DefaultValue("10s") Duration idle) {

    FollowBills follow() {
        return new FollowBills(ladders(), newsForDays, new Lag(lagDays));
    }

    private ReminderLadders ladders() {
        return new ReminderLadders(
                new ReminderLadder(reminders),
                discoms.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new ReminderLadder(entry.getValue()))));
    }

    Bounds bounds() {
        return new Bounds(clockTolerance, mostPaise, Period.ofDays(toPayAtMostDays));
    }

    /** The local day that counts at a time: a day begins at the time of its reminders. */
    LocalDate today(Instant now) {
        return Midnight.dayOf(now.minusNanos(remindAt.toNanoOfDay()));
    }
}
