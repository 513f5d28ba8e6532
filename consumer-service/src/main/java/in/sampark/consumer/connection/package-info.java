/** The canonical connection: where it is, what feeds it and how it is billed. What is recorded here is announced on {@code consumer.connections.v1}, one version after the other. */
@NullMarked
package in.sampark.consumer.connection;

import org.jspecify.annotations.NullMarked;
