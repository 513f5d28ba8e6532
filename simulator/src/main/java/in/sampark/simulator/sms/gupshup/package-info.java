/**
 * The gateway in the shape of Gupshup Enterprise: parameters in, lines of text in answer.
 */
@NullMarked
package in.sampark.simulator.sms.gupshup;

import org.jspecify.annotations.NullMarked;
