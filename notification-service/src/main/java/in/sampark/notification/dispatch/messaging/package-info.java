/** One listener a lane, so that no lane waits for another. */
@NullMarked
package in.sampark.notification.dispatch.messaging;

import org.jspecify.annotations.NullMarked;
