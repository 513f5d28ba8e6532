package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.otp.IssueCode;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.contract.consumer.OtpRequested;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the codes held back whose number is the connection's, proven and not doubted, and has been sent no more than it may be; the others go unsent. Only
 * here they count against the number.
 */
class SendHeldCodes {

    private static final int PAGE = 100;

    private final HeldCodes heldCodes;
    private final OtpChallenges challenges;
    private final Contacts contacts;
    private final SpendAllowances spendAllowances;
    private final IssueCode issueCode;
    private final NoteDone noteDone;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SendHeldCodes(
            HeldCodes heldCodes,
            OtpChallenges challenges,
            Contacts contacts,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            NoteDone noteDone,
            TransactionalOperator transaction,
            Clock clock) {
        this.heldCodes = heldCodes;
        this.challenges = challenges;
        this.contacts = contacts;
        this.spendAllowances = spendAllowances;
        this.issueCode = issueCode;
        this.noteDone = noteDone;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A page, each in a transaction of its own; one that fails does not keep the others waiting. */
    Mono<Boolean> sendPage() {
        Instant now = clock.instant();
        return heldCodes
                .some(PAGE)
                .flatMap(some -> Flux.fromIterable(some)
                        .concatMapDelayError(id -> decide(id, now).as(transaction::transactional))
                        .then(Mono.just(some.size() == PAGE)));
    }

    private Mono<Void> decide(UUID id, Instant now) {
        return heldCodes
                .take(id, now)
                .flatMap(request -> challenges.find(id).flatMap(challenge -> sendIfTheirs(challenge, request)));
    }

    private Mono<Void> sendIfTheirs(OtpChallenge challenge, OtpRequested request) {
        return contacts.find(challenge.connectionId())
                .filter(contact -> contact.verified(challenge.number()))
                .filterWhen(contact -> mayBeSent(challenge))
                .flatMap(contact -> issueCode
                        .send(request)
                        .then(noteDone.note(
                                Actor.CONSUMER,
                                List.of(new Done(challenge.connectionId(), AuditAction.CODE_SENT, "login")))));
    }

    /** Counted as of when it was asked for, so that the pause between two is the one their holder was told of. */
    private Mono<Boolean> mayBeSent(OtpChallenge challenge) {
        return spendAllowances
                .spend(spendAllowances.ofNumber(challenge.number()), challenge.requestedAt())
                .map(Optional::isEmpty);
    }
}
