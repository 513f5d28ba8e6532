/** What is shown of a connection, read from the ledger and the outages. */
@NullMarked
package in.sampark.meter.usage.r2dbc;

import org.jspecify.annotations.NullMarked;
