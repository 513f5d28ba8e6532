package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.LastRecharge;
import java.time.Instant;

/**
 * A payment as the gateway reports it.
 *
 * @param id which one
 * @param connectionId whom it is for
 * @param paise amount
 * @param paidAt when it was made
 */
public record Payment(Id id, String connectionId, long paise, Instant paidAt) {

    /** The gateway's transaction id, unique within a company. */
    public record Id(String discom, String transaction) {}

    LastRecharge recharge() {
        return new LastRecharge(id.transaction(), paise, paidAt);
    }

    /** Whether it is the same money for the same connection. */
    public boolean matches(Payment other) {
        return connectionId.equals(other.connectionId) && paise == other.paise;
    }
}
