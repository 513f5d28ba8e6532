package in.sampark.meter.recharge;

import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Owed;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What was paid and owed in arrears, ever. All methods join the caller's transaction; the connections' accounts are locked. */
public interface PaymentHistory {

    /** Those of connections whose news is not the last thing that happened: more was paid, taken back or owed since. */
    Mono<Map<String, News>> outOfOrder(Map<String, News> news);

    /** All arrears that the billing system booked, by connection id. */
    Mono<Map<String, Collection<Owed>>> owed(Collection<String> connectionIds);

    /** All payments that were credited, taken back or not, by connection id. */
    Mono<Map<String, Collection<Known>>> credited(Collection<String> connectionIds);
}
