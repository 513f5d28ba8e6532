/** Bills, payments and what is owed in PostgreSQL. */
@NullMarked
package in.sampark.meter.bill.r2dbc;

import org.jspecify.annotations.NullMarked;
