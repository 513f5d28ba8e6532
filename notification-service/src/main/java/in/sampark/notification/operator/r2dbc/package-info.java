/** The tasks that were raised. */
@NullMarked
package in.sampark.notification.operator.r2dbc;

import org.jspecify.annotations.NullMarked;
