/**
 * Writes that can be sent again without being done again. A caller that names a request by an {@code Idempotency-Key} gets the first
 * answer, however often it sends the request.
 */
@NullMarked
package in.sampark.platform.idempotency;

import org.jspecify.annotations.NullMarked;
