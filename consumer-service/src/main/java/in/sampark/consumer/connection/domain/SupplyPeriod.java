package in.sampark.consumer.connection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The local days (Asia/Kolkata) that are charged, both ends included.
 *
 * @param to null while the connection is supplied
 */
public record SupplyPeriod(LocalDate from, @Nullable LocalDate to) {

    public SupplyPeriod {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("supply to: " + to + " (expected: >= " + from + ")");
        }
    }

    /** Whether the last day that is charged is behind the given one. */
    public boolean overOn(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** As people read it, e.g. {@code 2019-05-01 to 2026-03-31}. */
    public String days() {
        return to == null ? "from " + from : from + " to " + to;
    }
}
