/** What consumers used and owe: readings, tariff, prepaid balance, recharges, and the outages they suffer. One package a feature. */
@NullMarked
package in.sampark.meter;

import org.jspecify.annotations.NullMarked;
