package in.sampark.simulator.sms.receipt;

import in.sampark.simulator.sms.domain.Message;
import java.time.Instant;

/**
 * What became of a message.
 *
 * @param at when it came to be so, by the wall clock
 */
public record Receipt(Message message, Instant at) {}
