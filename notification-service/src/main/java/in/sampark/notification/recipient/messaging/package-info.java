/** Listeners of the two compacted topics behind the copies. */
@NullMarked
package in.sampark.notification.recipient.messaging;

import org.jspecify.annotations.NullMarked;
