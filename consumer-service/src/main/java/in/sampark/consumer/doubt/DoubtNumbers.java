package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.DoubtReason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import reactor.core.publisher.Mono;

/** Doubts numbers of many connections at once, and has the trail say of each by whom and why. */
public class DoubtNumbers {

    private final ChangeContacts changeContacts;
    private final NoteDone noteDone;

    DoubtNumbers(ChangeContacts changeContacts, NoteDone noteDone) {
        this.changeContacts = changeContacts;
        this.noteDone = noteDone;
    }

    /** @param by who casts the doubt, a person or a part of the service */
    public record Cause(DoubtReason reason, Actor by, Instant at) {}

    /**
     * Joins the caller's transaction.
     *
     * @param doubted which of a connection's proven numbers
     * @return the connections of which a number is doubted now that was trusted before
     */
    public Mono<Set<ConnectionId>> doubt(
            Collection<ConnectionId> ids, BiPredicate<ConnectionId, ContactNumber> doubted, Cause cause) {
        return changeContacts
                .changeEach(
                        ids,
                        contact -> contact.doubting(
                                held -> doubted.test(contact.connectionId(), held), cause.reason(), cause.at()),
                        cause.at())
                .delayUntil(changed -> noteDone.note(cause.by(), done(changed, cause.reason())));
    }

    private static List<Done> done(Set<ConnectionId> changed, DoubtReason reason) {
        return changed.stream()
                .sorted()
                .map(id -> new Done(id, AuditAction.NUMBER_DOUBTED, "reason: " + reason))
                .toList();
    }
}
