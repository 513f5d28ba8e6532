/** What is said to a provider and what it answers. */
@NullMarked
package in.sampark.notification.provider.domain;

import org.jspecify.annotations.NullMarked;
