package in.sampark.consumer.doubt.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;

/**
 * How a message to a connection's consumer ended.
 *
 * @param reached whether it reached the phone; otherwise the number is to blame
 */
public record Delivery(ConnectionId connectionId, boolean reached, Instant at) {}
