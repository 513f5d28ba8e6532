/** Registers in PostgreSQL. */
@NullMarked
package in.sampark.meter.reading.r2dbc;

import org.jspecify.annotations.NullMarked;
