/** Challenges in PostgreSQL: codes as keyed hashes, attempts spent atomically. */
@NullMarked
package in.sampark.consumer.otp.r2dbc;

import org.jspecify.annotations.NullMarked;
