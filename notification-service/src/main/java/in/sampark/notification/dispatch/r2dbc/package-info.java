/** Claims and outcomes, a statement a batch. */
@NullMarked
package in.sampark.notification.dispatch.r2dbc;

import org.jspecify.annotations.NullMarked;
