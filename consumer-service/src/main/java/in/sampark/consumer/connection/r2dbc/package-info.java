/** Connections in PostgreSQL. */
@NullMarked
package in.sampark.consumer.connection.r2dbc;

import org.jspecify.annotations.NullMarked;
