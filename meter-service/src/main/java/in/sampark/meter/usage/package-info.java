/** What consumers are shown of their own connection: use and what it cost by day and month, recharges, outages of their feeder. */
@NullMarked
package in.sampark.meter.usage;

import org.jspecify.annotations.NullMarked;
