/** Outages from their topic. */
@NullMarked
package in.sampark.notification.outage.messaging;

import org.jspecify.annotations.NullMarked;
