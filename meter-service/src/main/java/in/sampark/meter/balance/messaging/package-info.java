/** Balances, low balances and credited recharges as they go to their topics. */
@NullMarked
package in.sampark.meter.balance.messaging;

import org.jspecify.annotations.NullMarked;
