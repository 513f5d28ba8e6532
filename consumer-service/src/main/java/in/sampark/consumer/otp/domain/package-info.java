/** When a code may be sent, and what a guess is worth. */
@NullMarked
package in.sampark.consumer.otp.domain;

import org.jspecify.annotations.NullMarked;
