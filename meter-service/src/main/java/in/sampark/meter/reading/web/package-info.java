/** Readings from those who have no producer. */
@NullMarked
package in.sampark.meter.reading.web;

import org.jspecify.annotations.NullMarked;
