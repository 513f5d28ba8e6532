/** One-time codes: an officer stands before the consumer, a code goes to the number, the consumer reads it out, and the number is proven. The code leaves on {@code consumer.otp-requested.v1}, sealed. */
@NullMarked
package in.sampark.consumer.otp;

import org.jspecify.annotations.NullMarked;
