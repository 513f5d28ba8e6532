/** Which entries are booked. */
@NullMarked
package in.sampark.meter.entry.domain;

import org.jspecify.annotations.NullMarked;
