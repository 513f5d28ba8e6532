/** The messages table, searched and mapped. */
@NullMarked
package in.sampark.notification.message.r2dbc;

import org.jspecify.annotations.NullMarked;
