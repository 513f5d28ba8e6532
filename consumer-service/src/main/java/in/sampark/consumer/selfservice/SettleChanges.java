package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.consumer.selfservice.domain.Settlement;
import in.sampark.consumer.selfservice.messaging.NumberChangeRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.time.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settles the changes of number that are due: those just confirmed, and those the number on record had time to refuse. */
class SettleChanges {

    private static final int PAGE = 100;

    private final NumberChanges changes;
    private final FindKnownDetails findKnownDetails;
    private final ChangeContacts changeContacts;
    private final FollowWanted followWanted;
    private final Outbox outbox;
    private final NoteDone noteDone;
    private final TransactionalOperator transaction;
    private final SelfServiceSettings settings;
    private final Clock clock;

    SettleChanges(
            NumberChanges changes,
            FindKnownDetails findKnownDetails,
            ChangeContacts changeContacts,
            FollowWanted followWanted,
            Outbox outbox,
            NoteDone noteDone,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        this.changes = changes;
        this.findKnownDetails = findKnownDetails;
        this.changeContacts = changeContacts;
        this.followWanted = followWanted;
        this.outbox = outbox;
        this.noteDone = noteDone;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Settles a page, each in a transaction of its own; one that fails does not keep the others waiting. */
    Mono<Boolean> settlePage() {
        Instant now = clock.instant();
        return changes.due(now, PAGE)
                .flatMap(due -> Flux.fromIterable(due)
                        .concatMapDelayError(id -> settle(id, now).as(transaction::transactional))
                        .then(Mono.just(due.size() == PAGE)));
    }

    private Mono<Void> settle(UUID id, Instant now) {
        return changes.find(id)
                .flatMap(seen -> changeContacts
                        .lock(seen.connectionId())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(contact -> settle(id, contact, now)));
    }

    /** The change is locked after the contact, as by whoever erases both; it may be gone by now. */
    private Mono<Void> settle(UUID id, Optional<Contact> contact, Instant now) {
        return changes.lock(id)
                .flatMap(change -> findKnownDetails
                        .of(change.connectionId(), LocalDate.ofInstant(now, India.ZONE))
                        .flatMap(
                                known -> follow(change, change.settle(contact, known, settings.toRefuse(), now), now)));
    }

    private Mono<Void> follow(NumberChange change, Settlement settlement, Instant now) {
        return switch (settlement) {
            case Settlement.Proven() ->
                changeContacts
                        .prove(change.connectionId(), change.number(), now)
                        .then(Mono.defer(() -> followWanted.follow(change, now)))
                        .then(changes.remove(change.id()))
                        .then(note(AuditAction.NUMBER_VERIFIED, change));
            case Settlement.Told(Instant until) ->
                changes.told(change.id(), now, until)
                        .then(outbox.add(List.of(
                                Announcement.of(Topics.NUMBER_CHANGES, NumberChangeRecords.of(change, now, until)))))
                        .then(note(AuditAction.NUMBER_CHANGE_TOLD, change));
            case Settlement.Dropped() -> changes.remove(change.id());
        };
    }

    private Mono<Void> note(AuditAction action, NumberChange change) {
        return noteDone.note(Actor.CONSUMER, List.of(new Done(change.connectionId(), action, "self-service")));
    }
}
