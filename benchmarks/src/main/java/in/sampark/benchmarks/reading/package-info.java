/** How many readings a second, and how soon a reading becomes a message. */
@NullMarked
package in.sampark.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
