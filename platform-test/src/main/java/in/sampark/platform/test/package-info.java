/** Test fixtures on the real infrastructure, and the rules the code of every service is held to. */
@NullMarked
package in.sampark.platform.test;

import org.jspecify.annotations.NullMarked;
