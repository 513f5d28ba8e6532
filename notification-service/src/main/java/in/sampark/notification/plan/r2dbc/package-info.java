/** Notices that wait for a proven number, and when connections were last recharged. */
@NullMarked
package in.sampark.notification.plan.r2dbc;

import org.jspecify.annotations.NullMarked;
