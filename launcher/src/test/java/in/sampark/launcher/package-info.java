@NullMarked
package in.sampark.launcher;

import org.jspecify.annotations.NullMarked;
