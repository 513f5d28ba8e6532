/** What the rules must find. */
@NullMarked
package in.sampark.faulty.price;

import org.jspecify.annotations.NullMarked;
