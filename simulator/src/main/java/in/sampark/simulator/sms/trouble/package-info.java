/**
 * What can be wrong with a gateway: it is slow, answers errors, says nothing, or cannot be reached.
 */
@NullMarked
package in.sampark.simulator.sms.trouble;

import org.jspecify.annotations.NullMarked;
