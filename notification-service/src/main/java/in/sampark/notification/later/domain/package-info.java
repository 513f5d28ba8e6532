/** What waits, and for which clock. */
@NullMarked
package in.sampark.notification.later.domain;

import org.jspecify.annotations.NullMarked;
