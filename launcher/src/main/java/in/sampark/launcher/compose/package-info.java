/** What the system on containers needs before its first start. */
@NullMarked
package in.sampark.launcher.compose;

import org.jspecify.annotations.NullMarked;
