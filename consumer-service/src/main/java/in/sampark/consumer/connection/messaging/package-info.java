/** Connections as the contract says them. */
@NullMarked
package in.sampark.consumer.connection.messaging;

import org.jspecify.annotations.NullMarked;
