/** What is decided about a message at the moment of sending, and what follows from a provider's answer. */
@NullMarked
package in.sampark.notification.dispatch.domain;

import org.jspecify.annotations.NullMarked;
