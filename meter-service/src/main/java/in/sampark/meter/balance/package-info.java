/**
 * A prepaid connection's account: the posted ledger, the balance still available, the ladder that watches it and the posting of each day after its
 * midnight. Other features lock accounts here, decide, and hand back what changed.
 */
@NullMarked
package in.sampark.meter.balance;

import org.jspecify.annotations.NullMarked;
