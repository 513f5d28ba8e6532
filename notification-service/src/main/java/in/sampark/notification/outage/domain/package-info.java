/** An outage through its revisions, and what follows from each. */
@NullMarked
package in.sampark.notification.outage.domain;

import org.jspecify.annotations.NullMarked;
