/** Who the consumer is: connections, the numbers to reach them at, and the proof that a number is theirs. */
@NullMarked
package in.sampark.consumer;

import org.jspecify.annotations.NullMarked;
