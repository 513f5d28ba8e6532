/** JSON bodies read value by value, so that whoever sent a wrong one is told which, and what was expected. */
@NullMarked
package in.sampark.meter.json;

import org.jspecify.annotations.NullMarked;
