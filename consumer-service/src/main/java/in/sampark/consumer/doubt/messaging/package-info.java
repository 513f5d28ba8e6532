/** What became of messages. */
@NullMarked
package in.sampark.consumer.doubt.messaging;

import org.jspecify.annotations.NullMarked;
