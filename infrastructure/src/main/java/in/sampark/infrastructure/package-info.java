/**
 * Starts and stops the real PostgreSQL, Kafka and schema registry that the launcher, the tests and the benchmarks run on.
 *
 * <p>Everything listens on 127.0.0.1 alone. What is started is a {@link in.sampark.infrastructure.Child} and belongs to
 * {@link in.sampark.infrastructure.Children}, which stops it in order.
 */
@NullMarked
package in.sampark.infrastructure;

import org.jspecify.annotations.NullMarked;
