package in.sampark.consumer.preference;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Language;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Takes the languages that consumers choose, many at once. No master overrules them. */
public class ChooseLanguages {

    private final ChangeContacts changeContacts;
    private final NoteDone noteDone;
    private final Clock clock;

    ChooseLanguages(ChangeContacts changeContacts, NoteDone noteDone, Clock clock) {
        this.changeContacts = changeContacts;
        this.noteDone = noteDone;
        this.clock = clock;
    }

    /** Joins the caller's transaction. Connections without a contact are passed over. */
    public Mono<Void> choose(Map<ConnectionId, Language> chosen, Actor by) {
        return chosen.isEmpty()
                ? Mono.empty()
                : changeContacts
                        .changeEach(chosen.keySet(), contact -> speaking(contact, chosen), clock.instant())
                        .flatMap(changed -> noteDone.note(by, done(changed)));
    }

    private static Contact speaking(Contact contact, Map<ConnectionId, Language> chosen) {
        return Optional.ofNullable(chosen.get(contact.connectionId()))
                .map(language ->
                        contact.preferring(language, contact.preferences().withLanguageChosen()))
                .orElse(contact);
    }

    private static List<Done> done(Set<ConnectionId> changed) {
        return changed.stream()
                .sorted()
                .map(id -> new Done(id, AuditAction.PREFERENCES_CHANGED, "language"))
                .toList();
    }
}
