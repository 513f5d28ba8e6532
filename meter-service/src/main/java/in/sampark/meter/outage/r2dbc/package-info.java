/** Outages in PostgreSQL, and what their assets feed. */
@NullMarked
package in.sampark.meter.outage.r2dbc;

import org.jspecify.annotations.NullMarked;
