/** Answers in. */
@NullMarked
package in.sampark.consumer.inbound.messaging;

import org.jspecify.annotations.NullMarked;
