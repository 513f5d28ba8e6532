/** Connections as the billing master streams them: new, moved, with another meter, billed another way, closed. */
@NullMarked
package in.sampark.consumer.master;

import org.jspecify.annotations.NullMarked;
