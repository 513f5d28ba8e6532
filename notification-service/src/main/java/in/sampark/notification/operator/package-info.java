/** What a person has to put right at a provider: told once an occasion, not once a message. */
@NullMarked
package in.sampark.notification.operator;

import org.jspecify.annotations.NullMarked;
