package in.sampark.meter.supply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The supply of connections. All methods join the caller's transaction; whoever writes holds the locks of the accounts. */
public interface Supplies {

    /** Those of the connections that are watched. */
    Mono<Map<String, Watched>> of(Collection<String> connectionIds);

    /**
     * A connection of which a message speaks.
     *
     * @param event that led to the message; null when it tells of a cut whatever that was
     */
    record Telling(String connectionId, @Nullable String event) {}

    /** The connections that owe something, and are told so. */
    Mono<Set<String>> told(Collection<Telling> tellings);

    /** Writes what became of connections, whether they were watched before or not. */
    Mono<Void> keep(Collection<Watched> watched);

    /** Some connections to look at by now, those waiting longest first, without some of them. */
    Mono<List<String>> due(Instant now, Collection<String> without, int atMost);

    /** How many connections are to be looked at by now. */
    Mono<Long> countDue(Instant now);
}
