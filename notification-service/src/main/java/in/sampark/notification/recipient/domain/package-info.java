/** A connection's contact and whether it may be told anything. */
@NullMarked
package in.sampark.notification.recipient.domain;

import org.jspecify.annotations.NullMarked;
