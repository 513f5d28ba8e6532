package in.sampark.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A record the relay is to publish, to the last byte.
 *
 * @param value null for a tombstone
 * @param headers name, value, name, value, …; empty for none
 */
record OutboxRecord(byte[] key, byte @Nullable [] value, String... headers) {}
