package in.sampark.consumer.selfservice.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;

/**
 * A recharge of a connection.
 *
 * @param referenceHash keyed hash of the payment gateway's reference
 */
public record LastRecharge(ConnectionId connectionId, String referenceHash, Instant paidAt) {}
