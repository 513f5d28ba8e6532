/** The copies, in tables that replays cannot change. */
@NullMarked
package in.sampark.notification.recipient.r2dbc;

import org.jspecify.annotations.NullMarked;
