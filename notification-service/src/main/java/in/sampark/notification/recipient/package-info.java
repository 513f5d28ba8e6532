/** Whom a notice concerns: this service's own copies of connections and contacts, fed by their topics. */
@NullMarked
package in.sampark.notification.recipient;

import org.jspecify.annotations.NullMarked;
