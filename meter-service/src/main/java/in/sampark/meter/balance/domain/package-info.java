/**
 * A prepaid connection's money: what is posted, what is used and not yet posted, and the ladder that watches the rest. Pure decisions over
 * records; times and ids are arguments.
 */
@NullMarked
package in.sampark.meter.balance.domain;

import org.jspecify.annotations.NullMarked;
