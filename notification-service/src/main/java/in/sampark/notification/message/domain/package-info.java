/** What a message is, how it is identified, and the states it moves forward through. */
@NullMarked
package in.sampark.notification.message.domain;

import org.jspecify.annotations.NullMarked;
