/** The list of reassigned numbers as lines. */
@NullMarked
package in.sampark.consumer.doubt.csv;

import org.jspecify.annotations.NullMarked;
