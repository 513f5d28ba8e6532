package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Reach;
import java.nio.ByteBuffer;
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
     * What happened to a message's connections and subject.
     *
     * @param lastOvertaking the latest of the events that overtake it; null when there was none
     * @param laterNews whether something else was told of its subject later
     */
    public record Since(@Nullable Moment lastOvertaking, boolean laterNews) {}

    Reach reach() {
        return contact == null ? new Reach.None(Reach.Reason.NO_CONTACT) : contact.reach();
    }
}
