package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Timeline;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What connections were charged by, day by day. All methods join the caller's transaction; the connections' accounts are locked. */
public interface Timelines {

    /** Those of connections whose terms ever changed; what the others' accounts say has held all along. */
    Mono<Map<String, Timeline>> changed(Collection<String> connectionIds);

    /** Keeps what became of them, in place of what was known. */
    Mono<Void> save(Map<String, Timeline> timelines);
}
