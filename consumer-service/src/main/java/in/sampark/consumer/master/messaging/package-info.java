/** The billing master's topic. */
@NullMarked
package in.sampark.consumer.master.messaging;

import org.jspecify.annotations.NullMarked;
