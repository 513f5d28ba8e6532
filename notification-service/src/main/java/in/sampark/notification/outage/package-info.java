/** Outages, planned or not: what consumers are told of them, and when. */
@NullMarked
package in.sampark.notification.outage;

import org.jspecify.annotations.NullMarked;
