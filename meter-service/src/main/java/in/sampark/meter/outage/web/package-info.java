/** Outages for the control room, within its area. */
@NullMarked
package in.sampark.meter.outage.web;

import org.jspecify.annotations.NullMarked;
