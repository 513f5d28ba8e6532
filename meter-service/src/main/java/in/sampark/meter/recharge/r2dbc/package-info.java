/** Payments in PostgreSQL. */
@NullMarked
package in.sampark.meter.recharge.r2dbc;

import org.jspecify.annotations.NullMarked;
