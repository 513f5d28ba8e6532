/** Recharges in, changes that can be refused out. */
@NullMarked
package in.sampark.consumer.selfservice.messaging;

import org.jspecify.annotations.NullMarked;
