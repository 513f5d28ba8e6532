/** Changes that wait, and references of recharges, in PostgreSQL. */
@NullMarked
package in.sampark.consumer.selfservice.r2dbc;

import org.jspecify.annotations.NullMarked;
