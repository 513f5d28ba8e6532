package in.sampark.platform.messaging;

/**
 * A record that its handler does not accept. It becomes a dead letter.
 *
 * @param record of the batch, or of an earlier one that the handler kept and that turns out to be wrong now
 * @param reason the value at fault and what was expected; read by people, so without personal data
 */
public record Rejected<T>(Received<T> record, String reason) {}
