/** Outages as last reported. */
@NullMarked
package in.sampark.notification.outage.r2dbc;

import org.jspecify.annotations.NullMarked;
