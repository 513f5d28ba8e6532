package in.sampark.notification.fanout.domain;

import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a fan-out looks at.
 *
 * @param at which one
 * @param contact null when nothing is known of the consumer
 * @param together of the first of a person's connections: all of them that the event concerns, this one included; of any other none
 */
public record Supplied(Cursor at, @Nullable Contact contact, List<String> together) {

    public Supplied {
        together = List.copyOf(together);
    }

    String connectionId() {
        return at.connectionId();
    }

    Reach reach() {
        return contact == null ? new Reach.None(Reach.Reason.NO_CONTACT) : contact.reach();
    }
}
