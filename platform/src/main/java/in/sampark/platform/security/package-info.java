/** Who calls, in which role, and how far they may see. */
@NullMarked
package in.sampark.platform.security;

import org.jspecify.annotations.NullMarked;
