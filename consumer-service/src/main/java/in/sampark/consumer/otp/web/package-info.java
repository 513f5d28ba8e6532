/** One-time codes for the officer in the field. */
@NullMarked
package in.sampark.consumer.otp.web;

import org.jspecify.annotations.NullMarked;
