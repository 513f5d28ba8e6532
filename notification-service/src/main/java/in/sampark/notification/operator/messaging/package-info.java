/** Tasks as others read them. */
@NullMarked
package in.sampark.notification.operator.messaging;

import org.jspecify.annotations.NullMarked;
