/**
 * Compacted topics written anew from the tables they tell of, by one command: after a topic was lost, for a reader that lost its own
 * copy, or when what is sealed on it is to be sealed with another key.
 */
@NullMarked
package in.sampark.platform.republish;

import org.jspecify.annotations.NullMarked;
