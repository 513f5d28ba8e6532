/** Answers, as far as they change what is on record. */
@NullMarked
package in.sampark.consumer.inbound.domain;

import org.jspecify.annotations.NullMarked;
