/** Finding a connection by what somebody knows of it: account, number, name or area. */
@NullMarked
package in.sampark.consumer.search;

import org.jspecify.annotations.NullMarked;
