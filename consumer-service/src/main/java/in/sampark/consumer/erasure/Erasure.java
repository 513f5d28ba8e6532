package in.sampark.consumer.erasure;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;

/** An erasure done. */
public record Erasure(ConnectionId connectionId, ErasureReason reason, Instant at) {}
