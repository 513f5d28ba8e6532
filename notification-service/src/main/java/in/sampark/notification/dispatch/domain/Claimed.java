package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Reach;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message this dispatcher alone may hand over now, with what is known at this moment.
 *
 * @param contact whom it would go to; null when nothing is known, or the connections are no longer this person's
 * @param encryptedNumber the contact's number; null without one
 * @param preferences how the contact wants to be told
 * @param since what happened that may make it untrue
 */
public record Claimed(
        Message message,
        @Nullable Contact contact,
        @Nullable ByteBuffer encryptedNumber,
        Preferences preferences,
        Since since) {

    /**
     * What happened to a message, its connections and its subject.
     *
     * @param overtaking the latest events of each sort that overtakes it
     * @param laterNews whether something else was told of its subject later
     * @param heard whether they may have heard of what it comes after; false when it comes after nothing
     * @param silent provider of an earlier attempt whose outcome never came; null when there is none
     */
    public record Since(
            List<Moment> overtaking,
            boolean laterNews,
            boolean heard,
            @Nullable String silent) {

        public Since {
            overtaking = List.copyOf(overtaking);
        }
    }

    Reach reach() {
        return contact == null ? new Reach.None(Reach.Reason.NO_CONTACT) : contact.reach();
    }
}
