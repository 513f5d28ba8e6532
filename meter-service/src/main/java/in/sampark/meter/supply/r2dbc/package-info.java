/** Supply in PostgreSQL. */
@NullMarked
package in.sampark.meter.supply.r2dbc;

import org.jspecify.annotations.NullMarked;
