package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.messaging.Received;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Reversals that have overtaken their payments, as they came. All methods join the caller's transaction. */
public interface EarlyReversals {

    /**
     * Holds companies' transactions until the caller's ends: others hold them beside it, unless one of the two does so alone. Of a reversal that may wait
     * and a payment that is booked at the same moment, the one that comes second then knows of the other.
     *
     * @param discoms codes of the companies
     * @param alone those of them that nobody else may hold meanwhile
     */
    Mono<Void> hold(Set<String> discoms, Set<String> alone);

    /** All that are kept of the transactions. */
    Mono<List<Received<Recharge>>> of(Collection<Payment.Id> ids);

    /** Keeps some; of those that say the same of a transaction the first. */
    Mono<Void> keep(Collection<Received<Recharge>> reversals);

    /** Forgets all that are kept of the transactions. */
    Mono<Void> forget(Collection<Payment.Id> ids);
}
