package in.sampark.notification.plan.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.Subject;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an occurrence leads to by a rule, before it is known whether anybody can be told. */
public record Notice(Occurrence occurrence, Rule rule) {

    /** What becomes of a notice. */
    public sealed interface Plan {

        /** It goes out. */
        record Tell(Message message, String maskedNumber) implements Plan {}

        /** Nobody may be told; it is kept while it matters. */
        record Keep(Unreached unreached) implements Plan {}
    }

    /** Decides by the connection's contact; null when there is none. */
    public Plan plan(@Nullable Contact contact) {
        Reach reach = contact == null ? new Reach.None(Reach.Reason.NO_CONTACT) : contact.reach();
        return switch (reach) {
            case Reach.Proven proven -> new Plan.Tell(to(proven), proven.maskedNumber());
            case Reach.None none -> new Plan.Keep(kept(none.reason()));
        };
    }

    /**
     * The message's id. Its audience is the connection, not the number: the message stays the same one when the
     * consumer's number is proven, or changes, before it is sent.
     */
    public UUID messageId() {
        return NamedUuid.ofMessage(
                occurrence.at(),
                Subject.occasion(occurrence.eventId(), occurrence.values()),
                occurrence.connectionId(),
                rule.kind());
    }

    /** What it is about within its connection, as its rule says: empty when nothing else is told apart. */
    public String matter() {
        return rule.overtakenBy() instanceof LaterEvent later ? later.matter(occurrence.values()) : "";
    }

    private Message to(Reach.Proven proven) {
        return new Message(
                messageId(),
                occurrence.discom(),
                occurrence.eventId(),
                proven.recipient(),
                List.of(occurrence.connectionId()),
                rule.kind(),
                rule.lane(),
                proven.language(),
                occurrence.values(),
                occurrence.at(),
                rule.relevantUntil(occurrence),
                1,
                null);
    }

    private Unreached kept(Reach.Reason reason) {
        return new Unreached(
                messageId(),
                occurrence.discom(),
                occurrence.eventId(),
                List.of(occurrence.connectionId()),
                rule.kind(),
                rule.lane(),
                occurrence.values(),
                occurrence.at(),
                rule.relevantUntil(occurrence),
                reason);
    }
}
