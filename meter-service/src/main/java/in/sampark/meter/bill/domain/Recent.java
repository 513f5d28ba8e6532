package in.sampark.meter.bill.domain;

import in.sampark.meter.balance.domain.Midnight;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is news still.
 *
 * @param today the local day
 * @param days for how many days something is
 */
record Recent(LocalDate today, int days) {

    boolean is(Instant at) {
        return !Midnight.dayOf(at).plusDays(days).isBefore(today);
    }
}
