/** Connections in PostgreSQL. */
@NullMarked
package in.sampark.meter.connection.r2dbc;

import org.jspecify.annotations.NullMarked;
