/** Fan-outs under way and the connections they look at. */
@NullMarked
package in.sampark.notification.fanout.r2dbc;

import org.jspecify.annotations.NullMarked;
