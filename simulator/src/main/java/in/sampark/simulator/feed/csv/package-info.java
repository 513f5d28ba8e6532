/**
 * Reads files of daily energy.
 */
@NullMarked
package in.sampark.simulator.feed.csv;

import org.jspecify.annotations.NullMarked;
