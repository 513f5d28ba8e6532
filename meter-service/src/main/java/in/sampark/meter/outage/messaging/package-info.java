/** The topic of outages. */
@NullMarked
package in.sampark.meter.outage.messaging;

import org.jspecify.annotations.NullMarked;
