/** Whether a service has nothing left to do, for those who wait for it. */
@NullMarked
package in.sampark.platform.settled;

import org.jspecify.annotations.NullMarked;
