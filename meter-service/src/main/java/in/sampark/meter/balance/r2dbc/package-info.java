/** Accounts and ledger in PostgreSQL. */
@NullMarked
package in.sampark.meter.balance.r2dbc;

import org.jspecify.annotations.NullMarked;
