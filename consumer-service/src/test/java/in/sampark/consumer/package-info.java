/** The service as a whole, on real infrastructure. */
@NullMarked
package in.sampark.consumer;

import org.jspecify.annotations.NullMarked;
