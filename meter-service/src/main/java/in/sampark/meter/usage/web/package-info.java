/** A connection's use, recharges and outages, for its consumer and for staff of its area. */
@NullMarked
package in.sampark.meter.usage.web;

import org.jspecify.annotations.NullMarked;
