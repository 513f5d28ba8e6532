/**
 * Puts registers and payments on the utility's topics.
 */
@NullMarked
package in.sampark.simulator.feed.messaging;

import org.jspecify.annotations.NullMarked;
