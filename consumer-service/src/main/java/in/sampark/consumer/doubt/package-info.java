/** What makes a proven number doubtful: age, the regulator's list of reassigned numbers, messages that never arrive, and people who say that it isn't theirs. A doubted number is told nothing and is field work, until a one-time code proves it again. */
@NullMarked
package in.sampark.consumer.doubt;

import org.jspecify.annotations.NullMarked;
