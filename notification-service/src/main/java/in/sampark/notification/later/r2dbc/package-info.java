/** The later table. */
@NullMarked
package in.sampark.notification.later.r2dbc;

import org.jspecify.annotations.NullMarked;
