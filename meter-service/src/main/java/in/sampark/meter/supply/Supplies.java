package in.sampark.meter.supply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The supply of connections. All methods join the caller's transaction; whoever writes holds the locks of the accounts. */
public interface Supplies {

    /** Those of the connections that are watched. */
    Mono<Map<String, Watched>> of(Collection<String> connectionIds);

    /** Those of the connections that owe something without proof that their consumers were told before a time. */
    Mono<Set<String>> unproven(Collection<String> connectionIds, Instant before);

    /** Writes what became of connections, whether they were watched before or not. */
    Mono<Void> keep(Collection<Watched> watched);

    /** Some connections to look at by now, those waiting longest first, without some of them. */
    Mono<List<String>> due(Instant now, Collection<String> without, int atMost);

    /** How many connections are to be looked at by now. */
    Mono<Long> countDue(Instant now);
}
