/** When the next thing is due, for those who drive the story clock. */
@NullMarked
package in.sampark.notification.later.web;

import org.jspecify.annotations.NullMarked;
