package in.sampark.meter.reading;

import in.sampark.meter.reading.domain.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The registers recorded. All methods join the caller's transaction; the connections' accounts are locked. */
public interface Readings {

    /**
     * A register of a connection.
     *
     * @param connectionId whose
     */
    record OfConnection(String connectionId, Reading reading) {}

    /**
     * A stretch of time, both ends included.
     *
     * @param from before which the connection has no register
     * @param to after which it has none
     */
    record Span(Instant first, Instant last, Instant from, Instant to) {

        Span covering(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    from,
                    to);
        }
    }

    /** The registers within each connection's span, the one before it and the one after it. */
    Mono<Map<String, List<Reading>>> around(Map<String, Span> spans);

    /** The earliest register of each connection that has one. */
    Mono<Map<String, Reading>> first(Collection<String> connectionIds);

    /**
     * Adds registers. One that is there already fails the transaction.
     *
     * @param reachedBack the connections of those that may end doubts about readings before them, too
     * @return the connections that have an open doubt which may end by one of these
     */
    Mono<Set<String>> add(List<OfConnection> readings, Set<String> reachedBack);

    /** Puts registers in the place of those of the same time. */
    Mono<Void> replace(List<OfConnection> readings);
}
