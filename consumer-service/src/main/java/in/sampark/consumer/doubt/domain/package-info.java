/** Deliveries and reassigned numbers, as far as they cast doubt. */
@NullMarked
package in.sampark.consumer.doubt.domain;

import org.jspecify.annotations.NullMarked;
