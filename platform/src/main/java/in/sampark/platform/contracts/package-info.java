/** What a service tells of the topics to those who connect to them. */
@NullMarked
package in.sampark.platform.contracts;

import org.jspecify.annotations.NullMarked;
