/** Requests for a code to be sent, as the contract says them, number and code sealed. */
@NullMarked
package in.sampark.consumer.otp.messaging;

import org.jspecify.annotations.NullMarked;
