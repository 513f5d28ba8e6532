package in.sampark.meter.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A connection that owes.
 *
 * @param connectionId {@code <discom>:<account number>}
 * @param areaPath where it is
 * @param mode how it pays: PREPAID, POSTPAID or UNKNOWN
 * @param owedPaise bills overdue, and what a prepaid balance lacks
 * @param overduePaise of bills whose due date has passed
 * @param overdueSince due date of the oldest of them; null when there is none
 * @param recharges how often it was recharged: 0, 1, or 2 for more than once
 */
public record Defaulter(
        String connectionId,
        String areaPath,
        String mode,
        long owedPaise,
        long overduePaise,
        @Nullable LocalDate overdueSince,
        int recharges) {}
