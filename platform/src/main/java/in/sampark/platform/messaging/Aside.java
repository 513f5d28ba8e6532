package in.sampark.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be handled, as it came.
 *
 * @param reason what was found and what was expected, fit to be shown
 * @param judged whether its handler refused it; otherwise it never got there, or its transaction was rolled back
 */
record Aside(ConsumerRecord<byte[], byte[]> record, String reason, boolean judged) {

    Aside(ConsumerRecord<byte[], byte[]> record, String reason) {
        this(record, reason, false);
    }

    Aside {
        reason = Reason.shown(reason);
    }
}
