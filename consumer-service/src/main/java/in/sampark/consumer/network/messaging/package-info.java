/** The network master's topic. */
@NullMarked
package in.sampark.consumer.network.messaging;

import org.jspecify.annotations.NullMarked;
