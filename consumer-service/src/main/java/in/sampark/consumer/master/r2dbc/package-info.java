/** The billing master's latest words in PostgreSQL. */
@NullMarked
package in.sampark.consumer.master.r2dbc;

import org.jspecify.annotations.NullMarked;
