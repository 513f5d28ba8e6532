package in.sampark.meter.reading;

import in.sampark.meter.balance.domain.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The registers recorded. All methods join the caller's transaction; the connections' accounts are locked. */
public interface Readings {

    /**
     * A register of a connection.
     *
     * @param connectionId whose
     */
    record Reading(String connectionId, Register register) {}

    /** A stretch of time, both ends included. */
    record Span(Instant first, Instant last) {}

    /** The registers within each connection's span, the one before it and the one after it. */
    Mono<Map<String, List<Register>>> around(Map<String, Span> spans);

    /** Adds registers. One that is there already fails the transaction. */
    Mono<Void> add(List<Reading> readings);
}
