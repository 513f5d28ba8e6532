package in.sampark.meter.bill.domain;

import in.sampark.meter.balance.domain.Midnight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * For how long bills and payments may not have met.
 *
 * @param days for which a payment may be on its way to billing, and the bill that it names on its way here
 */
public record Lag(int days) {

    /** What was paid or taken back by then is known to whoever writes a bill. */
    Instant known(Instant billIssued) {
        return billIssued.minus(Duration.ofDays(days));
    }

    /** The first local day on which the payment waits no longer for a bill not known yet. */
    LocalDate waitsUntil(KnownPayment payment) {
        return Midnight.dayOf(payment.paidAt()).plusDays(days);
    }
}
