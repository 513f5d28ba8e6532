/** From an event to messages: which notice, to whom, through which lane, until when. A notice nobody can be told is kept while it matters. */
@NullMarked
package in.sampark.notification.plan;

import org.jspecify.annotations.NullMarked;
