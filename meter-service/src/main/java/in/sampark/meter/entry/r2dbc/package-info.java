/** Entries in PostgreSQL. */
@NullMarked
package in.sampark.meter.entry.r2dbc;

import org.jspecify.annotations.NullMarked;
