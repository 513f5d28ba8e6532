/** Registers of meters: which are believed, whose day their energy belongs to, and what they do to the account. */
@NullMarked
package in.sampark.meter.reading;

import org.jspecify.annotations.NullMarked;
