/** Listeners of the events that notices are made of. */
@NullMarked
package in.sampark.notification.plan.messaging;

import org.jspecify.annotations.NullMarked;
