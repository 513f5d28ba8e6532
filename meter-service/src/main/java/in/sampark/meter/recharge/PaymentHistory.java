package in.sampark.meter.recharge;

import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Owed;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** All that was paid and owed in arrears, ever. All methods join the caller's transaction; the connections' accounts are locked. */
public interface PaymentHistory {

    /** All arrears that the billing system booked, by connection id. */
    Mono<Map<String, Collection<Owed>>> owed(Collection<String> connectionIds);

    /** All payments that were credited, taken back or not, by connection id. */
    Mono<Map<String, Collection<Known>>> credited(Collection<String> connectionIds);
}
