/** The demonstration: real meter data played through the running system, day by day, and what came of it. */
@NullMarked
package in.sampark.launcher.story;

import org.jspecify.annotations.NullMarked;
