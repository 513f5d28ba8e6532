/** Entries from the billing system's topic. */
@NullMarked
package in.sampark.meter.entry.messaging;

import org.jspecify.annotations.NullMarked;
