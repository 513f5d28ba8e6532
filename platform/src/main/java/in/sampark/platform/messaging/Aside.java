package in.sampark.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be handled, as it came.
 *
 * @param reason what was found and what was expected, fit to be shown
 */
record Aside(ConsumerRecord<byte[], byte[]> record, String reason) {

    Aside {
        reason = Reason.shown(reason);
    }
}
