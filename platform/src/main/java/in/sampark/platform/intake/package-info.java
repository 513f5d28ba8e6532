/** What comes in over HTTP, for those who have no producer of their own, goes to the topic it would else have come by. */
@NullMarked
package in.sampark.platform.intake;

import org.jspecify.annotations.NullMarked;
