/** Announcements out to Kafka: written with the state they announce, published by one relay per database. */
@NullMarked
package in.sampark.platform.outbox;

import org.jspecify.annotations.NullMarked;
