package in.sampark.platform.outbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that could not be handled, byte for byte, on its way to {@code <topic>.<service>.dlt} with where it came from and why. */
public final class DeadLetter {

    /** Header with what was found and what was expected. */
    public static final String REASON = "sampark-reason";
    /** Header with the consumer group that could not handle it. */
    public static final String LISTENER = "sampark-listener";
    /** Header with topic, partition and offset of the original. */
    public static final String ORIGIN = "sampark-origin";

    /** Header with the original's timestamp, in milliseconds since 1970. */
    public static final String SENT_AT = "sampark-sent-at";

    private final Bundle.Addressed addressed;

    private DeadLetter(Bundle.Addressed addressed) {
        this.addressed = addressed;
    }

    /** The dead letter of a record. A record without a key gets an empty one. */
    public static DeadLetter of(String service, String listener, ConsumerRecord<byte[], byte[]> record, String reason) {
        String[] headers = {
            REASON,
            reason,
            LISTENER,
            listener,
            ORIGIN,
            record.topic() + "-" + record.partition() + "@" + record.offset(),
            SENT_AT,
            Long.toString(record.timestamp())
        };
        byte[] key = record.key() == null ? new byte[0] : record.key();
        return new DeadLetter(new Bundle.Addressed(
                topic(record.topic(), service), false, new OutboxRecord(key, record.value(), headers)));
    }

    /** The dead letter topic of a topic at a service. */
    public static String topic(String topic, String service) {
        return topic + "." + service + ".dlt";
    }

    Bundle.Addressed addressed() {
        return addressed;
    }
}
