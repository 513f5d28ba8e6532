/**
 * The clock of the demonstration: it starts before the meter data does, ticks at real speed and jumps only forward.
 */
@NullMarked
package in.sampark.simulator.clock;

import org.jspecify.annotations.NullMarked;
