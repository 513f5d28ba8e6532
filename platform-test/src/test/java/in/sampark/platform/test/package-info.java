@NullMarked
package in.sampark.platform.test;

import org.jspecify.annotations.NullMarked;
