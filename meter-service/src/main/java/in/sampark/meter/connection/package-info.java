/** The canonical connections as far as metering needs them: this service's own projection of consumer-service's topic. */
@NullMarked
package in.sampark.meter.connection;

import org.jspecify.annotations.NullMarked;
