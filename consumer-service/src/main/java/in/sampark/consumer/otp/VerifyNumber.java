package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.otp.domain.Guess;
import in.sampark.consumer.otp.domain.Origin;
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

/** Takes the code a consumer read out to an officer; the right one proves the number. */
public class VerifyNumber {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final OtpChallenges challenges;
    private final GuessCode guessCode;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    VerifyNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            GuessCode guessCode,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.challenges = challenges;
        this.guessCode = guessCode;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A stranger's challenge is unknown here: it would prove a number without its holder being seen. */
    public Mono<OtpCheck> verify(UUID challengeId, OtpCode code, Caller caller) {
        return challenges
                .find(challengeId)
                .flatMap(challenge -> findConnection
                        .within(challenge.connectionId().toString(), caller)
                        .flatMap(found -> switch (challenge.origin()) {
                            case Origin.Officer officer ->
                                guess(challenge, code, officer)
                                        .delayUntil(check -> trail.note(noted(check, found.connection(), caller)))
                                        .as(transaction::transactional);
                            case Origin.Stranger stranger -> Mono.<OtpCheck>empty();
                            case Origin.Login login -> Mono.<OtpCheck>empty();
                        }))
                .defaultIfEmpty(new OtpCheck.Unknown());
    }

    /** The contact is locked before the challenge, as by whoever erases both. */
    private Mono<OtpCheck> guess(OtpChallenge challenge, OtpCode code, Origin.Officer origin) {
        Instant now = clock.instant();
        return changeContacts
                .lock(challenge.connectionId())
                .then(Mono.defer(() -> guessCode.guess(challenge.id(), code, now)))
                .flatMap(guess -> switch (guess) {
                    case Guess.Right(OtpChallenge open) -> right(open, origin, now);
                    case Guess.Missed(OtpCheck why) -> Mono.just(why);
                });
    }

    private Mono<OtpCheck> right(OtpChallenge challenge, Origin.Officer origin, Instant now) {
        Mono<Contact> proven = origin.further()
                ? changeContacts.add(challenge.connectionId(), challenge.number(), now)
                : provenFirst(challenge, origin, now);
        return proven.<OtpCheck>map(contact -> new OtpCheck.Verified(contact, challenge.number()))
                .defaultIfEmpty(new OtpCheck.Overtaken());
    }

    /** Of two codes asked for before either was confirmed, the first to be confirmed decides. */
    private Mono<Contact> provenFirst(OtpChallenge challenge, Origin.Officer origin, Instant now) {
        return changeContacts
                .lock(challenge.connectionId())
                .filter(contact -> !contact.overtakes(challenge.number(), origin.provenAsOf()))
                .flatMap(contact -> changeContacts.prove(challenge.connectionId(), challenge.number(), now));
    }

    private static List<AuditEntry> noted(OtpCheck check, Connection connection, Caller caller) {
        return action(check).map(action -> ConnectionEntry.by(caller, action, connection)).stream()
                .toList();
    }

    private static Optional<AuditAction> action(OtpCheck check) {
        return switch (check) {
            case OtpCheck.Verified verified -> Optional.of(AuditAction.NUMBER_VERIFIED);
            case OtpCheck.Wrong wrong -> Optional.of(AuditAction.CODE_WRONG);
            case OtpCheck.Overtaken overtaken -> Optional.empty();
            case OtpCheck.Expired expired -> Optional.empty();
            case OtpCheck.Burned burned -> Optional.empty();
            case OtpCheck.Used used -> Optional.empty();
            case OtpCheck.Unknown unknown -> Optional.empty();
        };
    }
}
