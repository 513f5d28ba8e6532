/** What a receipt says of a message. */
@NullMarked
package in.sampark.notification.receipt.domain;

import org.jspecify.annotations.NullMarked;
