/** What every service of Sampark shares and no utility would name. Without a business word. */
@NullMarked
package in.sampark.platform;

import org.jspecify.annotations.NullMarked;
