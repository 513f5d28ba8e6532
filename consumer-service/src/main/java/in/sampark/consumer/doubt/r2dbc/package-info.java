/** Failures in a row, in PostgreSQL. */
@NullMarked
package in.sampark.consumer.doubt.r2dbc;

import org.jspecify.annotations.NullMarked;
