/** Connections from consumer-service's topic. */
@NullMarked
package in.sampark.meter.connection.messaging;

import org.jspecify.annotations.NullMarked;
