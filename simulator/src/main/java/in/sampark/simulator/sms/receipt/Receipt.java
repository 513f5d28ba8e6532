package in.sampark.simulator.sms.receipt;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import java.time.Instant;

/**
 * What became of a message.
 *
 * @param id the gateway's id of the message
 * @param reference the sender's id of the message
 * @param at when it came to be so, by the wall clock
 */
record Receipt(String id, String reference, DeliveryStatus status, Instant at) {

    static Receipt of(Message message, Instant at) {
        return new Receipt(message.id(), message.submission().reference(), message.status(), at);
    }
}
