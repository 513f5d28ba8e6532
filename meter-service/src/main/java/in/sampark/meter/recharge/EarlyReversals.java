package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.messaging.Received;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reversals that have overtaken their payments, as they came. All methods join the caller's transaction. */
public interface EarlyReversals {

    /** All that are kept of the transactions. */
    Mono<List<Received<Recharge>>> of(Collection<Payment.Id> ids);

    /** Keeps some; of those that say the same of a transaction the first. */
    Mono<Void> keep(Collection<Received<Recharge>> reversals);

    /** Forgets all that are kept of the transactions. */
    Mono<Void> forget(Collection<Payment.Id> ids);
}
