/** What providers report about messages handed over: in any order, any number of times. */
@NullMarked
package in.sampark.notification.receipt;

import org.jspecify.annotations.NullMarked;
