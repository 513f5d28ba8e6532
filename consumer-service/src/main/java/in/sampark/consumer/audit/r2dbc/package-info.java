/** The trail as a table that refuses changes. */
@NullMarked
package in.sampark.consumer.audit.r2dbc;

import org.jspecify.annotations.NullMarked;
