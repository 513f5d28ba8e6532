package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCheck;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the code a consumer read out; the right one proves the number. */
public class VerifyNumber {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final OtpChallenges challenges;
    private final OtpCodes codes;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    VerifyNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            OtpCodes codes,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.challenges = challenges;
        this.codes = codes;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every guess at an open challenge costs an attempt, the right one too. */
    public Mono<OtpCheck> verify(UUID challengeId, OtpCode code, Caller caller) {
        return challenges
                .find(challengeId)
                .flatMap(challenge -> findConnection
                        .within(challenge.connectionId().toString(), caller)
                        .flatMap(found -> guess(challenge, code, clock.instant())
                                .delayUntil(check -> trail.note(noted(check, found.connection(), caller)))
                                .as(transaction::transactional)))
                .defaultIfEmpty(new OtpCheck.Unknown());
    }

    private Mono<OtpCheck> guess(OtpChallenge challenge, OtpCode code, Instant now) {
        return challenges
                .spendAttempt(challenge.id(), now)
                .flatMap(open -> codes.matches(open, code)
                        ? verified(open, now)
                        : Mono.<OtpCheck>just(new OtpCheck.Wrong(open.attemptsLeft())))
                .switchIfEmpty(Mono.defer(() -> closed(challenge.id(), now)));
    }

    private Mono<OtpCheck> verified(OtpChallenge challenge, Instant now) {
        return challenges
                .use(challenge.id(), now)
                .then(Mono.defer(() -> changeContacts.prove(challenge.connectionId(), challenge.number(), now)))
                .map(contact -> new OtpCheck.Verified(contact, challenge.number()));
    }

    private static List<AuditEntry> noted(OtpCheck check, Connection connection, Caller caller) {
        return action(check)
                .map(action -> AuditEntry.by(
                        caller,
                        action,
                        connection.id().toString(),
                        connection.area().path()))
                .stream()
                .toList();
    }

    private static Optional<AuditAction> action(OtpCheck check) {
        return switch (check) {
            case OtpCheck.Verified verified -> Optional.of(AuditAction.NUMBER_VERIFIED);
            case OtpCheck.Wrong wrong -> Optional.of(AuditAction.CODE_WRONG);
            case OtpCheck.Expired expired -> Optional.empty();
            case OtpCheck.Burned burned -> Optional.empty();
            case OtpCheck.Used used -> Optional.empty();
            case OtpCheck.Unknown unknown -> Optional.empty();
        };
    }

    private Mono<OtpCheck> closed(UUID challengeId, Instant now) {
        return challenges
                .find(challengeId)
                .map(challenge -> challenge
                        .closed(now)
                        .orElseThrow(() -> new IllegalStateException(
                                "challenge " + challengeId + ": open (expected: closed for good)")));
    }
}
