/** Messages and their steps as the contracts that other parts read. */
@NullMarked
package in.sampark.notification.message.messaging;

import org.jspecify.annotations.NullMarked;
