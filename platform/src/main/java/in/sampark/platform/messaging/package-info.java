/** Batches in from Kafka: split, handle in one transaction, set aside with a reason what cannot be handled. */
@NullMarked
package in.sampark.platform.messaging;

import org.jspecify.annotations.NullMarked;
