package in.sampark.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What the relay is to publish, to the last byte.
 *
 * @param value null for a tombstone
 * @param headers name, value, name, value, …; null for none
 * @param state whether only the last row of a key matters
 */
record OutboxRow(String topic, byte[] key, byte @Nullable [] value, String @Nullable [] headers, boolean state) {}
