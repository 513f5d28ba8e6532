/** Files read while they arrive. */
@NullMarked
package in.sampark.platform.file;

import org.jspecify.annotations.NullMarked;
