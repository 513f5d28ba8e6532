/** A message to one person and its life, from planned to its one final state. */
@NullMarked
package in.sampark.notification.message;

import org.jspecify.annotations.NullMarked;
