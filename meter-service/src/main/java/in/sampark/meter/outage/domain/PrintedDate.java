package in.sampark.meter.outage.domain;

import java.time.LocalDate;
import java.util.List;

/** What the date printed on a notice says. */
public sealed interface PrintedDate {

    /** Whole dates, rising. @param unbroken whether they are one stretch of more than one day */
    record Days(List<LocalDate> days, boolean unbroken) implements PrintedDate {

        public Days {
            days = List.copyOf(days);
        }
    }

    /** Some of it was left out in print. @param part year or day */
    record Lacking(String part) implements PrintedDate {}

    /** No date, or more days than one notice has. */
    record Unreadable() implements PrintedDate {}
}
