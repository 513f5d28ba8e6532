/** The clock everything is timed by. */
@NullMarked
package in.sampark.platform.time;

import org.jspecify.annotations.NullMarked;
