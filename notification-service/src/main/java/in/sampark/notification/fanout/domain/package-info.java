/** Whom an event concerns, and what becomes of a page of them. */
@NullMarked
package in.sampark.notification.fanout.domain;

import org.jspecify.annotations.NullMarked;
