package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.preference.WithdrawConsents;
import in.sampark.consumer.preference.WithdrawConsents.Withdrawal;
import in.sampark.consumer.preference.WithdrawConsents.Word;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.consumer.preference.domain.Wishes;
import in.sampark.consumer.selfservice.domain.NumberChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Does what consumers want who have proven their number themselves. */
class FollowWanted {

    private static final Word THEIR_OWN = new Word(Actor.CONSUMER, ConsentEntry.Source.SELF_SERVICE, "self-service");

    private final ChangeContacts changeContacts;
    private final WithdrawConsents withdrawConsents;
    private final NoteDone noteDone;

    FollowWanted(ChangeContacts changeContacts, WithdrawConsents withdrawConsents, NoteDone noteDone) {
        this.changeContacts = changeContacts;
        this.withdrawConsents = withdrawConsents;
        this.noteDone = noteDone;
    }

    /** Joins the caller's transaction. @param change of a number that is the connection's by now */
    Mono<Void> follow(NumberChange change, Instant now) {
        return Mono.justOrEmpty(Optional.ofNullable(change.wanted().wishes()))
                .flatMap(wishes -> wish(change.connectionId(), wishes, now))
                .then(Mono.defer(() -> withdrawConsents.withdraw(withdrawals(change), THEIR_OWN)));
    }

    private Mono<Void> wish(ConnectionId id, Wishes wishes, Instant now) {
        return changeContacts
                .change(id, wishes::on, now)
                .then(noteDone.note(
                        Actor.CONSUMER, List.of(new Done(id, AuditAction.PREFERENCES_CHANGED, "self-service"))));
    }

    /** Said when the code was confirmed; what was consented to since holds. */
    private static List<Withdrawal> withdrawals(NumberChange change) {
        return change.wanted().withdrawn().stream()
                .map(consent -> new Withdrawal(change.connectionId(), consent, change.provenAt()))
                .toList();
    }
}
