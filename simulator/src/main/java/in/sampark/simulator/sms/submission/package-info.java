/**
 * What all shapes of the gateway have in common: who may send, and how a message is taken.
 */
@NullMarked
package in.sampark.simulator.sms.submission;

import org.jspecify.annotations.NullMarked;
