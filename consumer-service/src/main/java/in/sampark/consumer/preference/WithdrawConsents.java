package in.sampark.consumer.preference;

import static java.util.stream.Collectors.groupingBy;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.consumer.preference.domain.GivenConsent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Takes consents back for many connections at once, at the consumers' own word. */
public class WithdrawConsents {

    private final ConsentLedger ledger;
    private final ChangeContacts changeContacts;
    private final NoteDone noteDone;
    private final Clock clock;

    WithdrawConsents(ConsentLedger ledger, ChangeContacts changeContacts, NoteDone noteDone, Clock clock) {
        this.ledger = ledger;
        this.changeContacts = changeContacts;
        this.noteDone = noteDone;
        this.clock = clock;
    }

    /** @param at when it was said */
    public record Withdrawal(ConnectionId connectionId, Consent consent, Instant at) {}

    /**
     * How it was said.
     *
     * @param by who takes it down
     * @param wordingVersion of the text that was answered
     */
    public record Word(Actor by, ConsentEntry.Source source, String wordingVersion) {}

    /**
     * All of it stands in the ledger afterwards; a consent that was given later holds. Joins the caller's transaction.
     *
     * @param withdrawals of connections that have a contact
     */
    public Mono<Void> withdraw(List<Withdrawal> withdrawals, Word word) {
        Map<ConnectionId, List<Withdrawal>> byConnection =
                withdrawals.stream().collect(groupingBy(Withdrawal::connectionId));
        return withdrawals.isEmpty()
                ? Mono.empty()
                : changeContacts
                        .lock(byConnection.keySet())
                        .then(Mono.defer(() -> ledger.lastGiven(byConnection.keySet())))
                        .flatMap(given -> takeBack(byConnection, given))
                        .then(Mono.defer(() -> ledger.add(entries(withdrawals, word))))
                        .then(Mono.defer(() -> noteDone.note(word.by(), done(withdrawals))));
    }

    private Mono<Set<ConnectionId>> takeBack(Map<ConnectionId, List<Withdrawal>> said, List<GivenConsent> given) {
        return changeContacts.changeEach(
                said.keySet(),
                contact -> without(contact, said.getOrDefault(contact.connectionId(), List.of()), given),
                clock.instant());
    }

    private static Contact without(Contact contact, List<Withdrawal> said, List<GivenConsent> given) {
        Preferences preferences = contact.preferences();
        for (Withdrawal one : said) {
            if (given.stream().noneMatch(consent -> givenSince(one, consent))) {
                preferences = preferences.with(one.consent(), false);
            }
        }
        return contact.preferring(contact.language(), preferences);
    }

    private static boolean givenSince(Withdrawal said, GivenConsent given) {
        return given.connectionId().equals(said.connectionId())
                && given.consent().equals(said.consent())
                && given.at().isAfter(said.at());
    }

    private static List<ConsentEntry> entries(List<Withdrawal> withdrawals, Word word) {
        return withdrawals.stream()
                .map(one -> new ConsentEntry(
                        UUID.randomUUID(),
                        one.connectionId(),
                        one.consent(),
                        false,
                        word.source(),
                        word.wordingVersion(),
                        one.at(),
                        word.by().subject()))
                .toList();
    }

    private static List<Done> done(List<Withdrawal> withdrawals) {
        return withdrawals.stream()
                .map(one -> new Done(one.connectionId(), AuditAction.CONSENT_NOTED, one.consent() + " withdrawn"))
                .toList();
    }
}
