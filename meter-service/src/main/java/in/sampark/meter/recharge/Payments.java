package in.sampark.meter.recharge;

import in.sampark.meter.recharge.domain.Payment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The payments credited. All methods join the caller's transaction. */
public interface Payments {

    /** Those of the ids that were credited. */
    Mono<Map<Payment.Id, Payment>> credited(Collection<Payment.Id> ids);

    /** Adds payments. One that is there already fails the transaction. */
    Mono<Void> add(List<Payment> payments);
}
