/** What consumers used and owe: readings, tariff, prepaid balance and recharges. One package a feature. */
@NullMarked
package in.sampark.meter;

import org.jspecify.annotations.NullMarked;
