package in.sampark.platform.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Where a record is. */
record Position(String topic, int partition, long offset) {

    private static final Pattern ORIGIN = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");

    static Position of(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    /** A record there. */
    ConsumerRecord<byte[], byte[]> record(Instant sentAt, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                sentAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    /** As a dead letter's header says it; empty for what is none. */
    static Optional<Position> parse(String origin) {
        Matcher matcher = ORIGIN.matcher(origin);
        return matcher.matches()
                ? Optional.of(new Position(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }
}
