package in.sampark.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be handled, as it came, with the reason. */
record Aside(ConsumerRecord<byte[], byte[]> record, String reason) {}
