package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.ProvenContacts;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks again at people who could not be reached. Their number might have been proven since the claim, and the notice would wait for
 * a proof that has come already. Everything joins the caller's transaction.
 */
class ReconsiderUnreachable {

    private static final Verdict CONTACT_CHANGED = new Verdict.Retry("CONTACT_CHANGED", Duration.ZERO);

    private final Contacts contacts;
    private final ProvenContacts provenContacts;

    ReconsiderUnreachable(Contacts contacts, ProvenContacts provenContacts) {
        this.contacts = contacts;
        this.provenContacts = provenContacts;
    }

    /**
     * What is known now.
     *
     * @param ended as they came; who may be told now is to be tried again
     * @param contacts of those who seemed unreachable, kept from changing
     */
    record Reconsidered(List<Ended> ended, Collection<Contact> contacts) {}

    Mono<Reconsidered> unreachable(List<Ended> ended) {
        return doubtful(ended)
                .map(known -> new Reconsidered(
                        ended.stream().map(one -> reconsidered(one, known)).toList(), known.values()));
    }

    /** A message to a person who has none of its connections any more is kept for whoever has them now, and need not be. */
    Mono<Void> tellOthers(Reconsidered reconsidered) {
        List<Contact> proven = reconsidered.contacts().stream()
                .filter(contact -> contact.reach() instanceof Reach.Proven)
                .toList();
        return proven.isEmpty() ? Mono.empty() : provenContacts.proven(proven);
    }

    private Mono<Map<String, Contact>> doubtful(List<Ended> ended) {
        Set<String> doubtful = ended.stream()
                .filter(one -> one.verdict() instanceof Verdict.Unreachable)
                .flatMap(one -> one.message().connectionIds().stream())
                .collect(Collectors.toSet());
        return doubtful.isEmpty() ? Mono.just(Map.of()) : contacts.findLocked(doubtful);
    }

    private static Ended reconsidered(Ended ended, Map<String, Contact> known) {
        Message message = ended.message();
        boolean changed = ended.verdict() instanceof Verdict.Unreachable
                && message.connectionIds().stream().anyMatch(id -> mayBeTold(message, known.get(id)));
        return changed ? ended.with(CONTACT_CHANGED) : ended;
    }

    /** As a claim chooses: whom the message was planned for, or whoever a lone connection belongs to. */
    private static boolean mayBeTold(Message message, @Nullable Contact contact) {
        return contact != null
                && contact.reach() instanceof Reach.Proven proven
                && (proven.recipient().equals(message.recipient())
                        || message.connectionIds().size() == 1);
    }
}
