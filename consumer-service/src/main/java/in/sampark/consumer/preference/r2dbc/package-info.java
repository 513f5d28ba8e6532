/** The ledger of consent in PostgreSQL, which refuses to change it. */
@NullMarked
package in.sampark.consumer.preference.r2dbc;

import org.jspecify.annotations.NullMarked;
