package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The connections known. All methods join the caller's transaction. */
public interface Connections {

    /**
     * A connection and where on its topic it stood.
     *
     * @param offset within the connection's partition
     */
    record Known(Connection connection, long offset) {}

    /**
     * What a connection's latest record said.
     *
     * @param supplyFrom first day of supply
     */
    record Held(long version, LocalDate supplyFrom) {}

    /** Of those connections that are known. */
    Mono<Map<String, Held>> held(Collection<String> connectionIds);

    /** Keeps connections that are new or of a higher version than the one held; answers with the ids of those. */
    Mono<Set<String>> keep(Collection<Known> connections);

    /** Marks connections as removed unless they came back later on the topic; answers with the ids of those marked just now. */
    Mono<Set<String>> remove(Map<String, Long> offsetByConnection);
}
