package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.consumer.otp.messaging.OtpRequests;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Claims a number for a connection and has a one-time code sent to it. */
public class SendCode {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final OtpChallenges challenges;
    private final OtpCodes codes;
    private final OtpRequests requests;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final OtpSettings settings;
    private final Clock clock;

    SendCode(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            OtpCodes codes,
            OtpRequests requests,
            Outbox outbox,
            AuditTrail trail,
            TransactionalOperator transaction,
            OtpSettings settings,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.challenges = challenges;
        this.codes = codes;
        this.requests = requests;
        this.outbox = outbox;
        this.trail = trail;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param connectionId as it came from outside */
    public Mono<OtpSending> send(String connectionId, MobileNumber number, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> send(found.connection(), number, caller).as(transaction::transactional))
                .defaultIfEmpty(new OtpSending.Unknown());
    }

    private Mono<OtpSending> send(Connection connection, MobileNumber number, Caller caller) {
        Instant now = clock.instant();
        var allowance = settings.allowance();
        return challenges
                .sends(number, allowance.countedFrom(now))
                .flatMap(earlier -> allowance
                        .wait(earlier, now)
                        .<Mono<OtpSending>>map(wait -> Mono.just(new OtpSending.TooMany(wait)))
                        .orElseGet(() -> changeContacts
                                .claim(connection.id(), number, now)
                                .flatMap(contact -> challenge(contact, number, caller.subject(), now))
                                .delayUntil(sent -> trail.note(sent(connection, caller)))));
    }

    private static AuditEntry sent(Connection connection, Caller caller) {
        return AuditEntry.by(
                caller,
                AuditAction.CODE_SENT,
                connection.id().toString(),
                connection.area().path());
    }

    private Mono<OtpSending> challenge(Contact contact, MobileNumber number, String officer, Instant now) {
        UUID challengeId = UUID.randomUUID();
        OtpCode code = codes.draw();
        var challenge = new OtpChallenge(
                challengeId,
                contact.connectionId(),
                number,
                codes.hash(challengeId, contact.connectionId(), number, code),
                settings.attempts(),
                now,
                now.plus(settings.validFor()),
                null);
        var request = Announcement.of(Topics.OTP_REQUESTED, requests.of(challenge, code, contact.language()));
        return challenges
                .add(challenge, officer)
                .then(outbox.add(List.of(request)))
                .thenReturn(new OtpSending.Sent(challenge));
    }
}
