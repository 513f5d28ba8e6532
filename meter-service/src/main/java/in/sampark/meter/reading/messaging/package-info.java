/** Readings from the head-end's topic. */
@NullMarked
package in.sampark.meter.reading.messaging;

import org.jspecify.annotations.NullMarked;
