package in.sampark.meter.balance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Where local days (Asia/Kolkata) begin and end. */
public final class Midnight {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    /** The midnight a day begins with. */
    public static Instant starting(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The midnight a day ends with. */
    public static Instant ending(LocalDate day) {
        return starting(day.plusDays(1));
    }

    /** The day a register belongs to: at midnight the day that ends, at any other time the day it falls in. */
    public static LocalDate dayClosedBy(Instant register) {
        return LocalDate.ofInstant(register.minusNanos(1), ZONE);
    }

    /** The last day that has ended at a time. */
    public static LocalDate lastDayEndedAt(Instant time) {
        return dayOf(time).minusDays(1);
    }

    /** The day a time falls in; a midnight falls in the day it begins. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** The last day to post at a time, when a day is posted at {@code postingAt} of the day after it. */
    public static LocalDate lastDayToPost(Instant time, LocalTime postingAt) {
        ZonedDateTime local = time.atZone(ZONE);
        return local.toLocalDate().minusDays(local.toLocalTime().isBefore(postingAt) ? 2 : 1);
    }

    private Midnight() {}
}
