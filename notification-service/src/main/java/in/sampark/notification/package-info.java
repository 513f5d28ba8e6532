/** Telling consumers: what is due, to whom, in which words, through which provider, and whether it arrived. */
@NullMarked
package in.sampark.notification;

import org.jspecify.annotations.NullMarked;
