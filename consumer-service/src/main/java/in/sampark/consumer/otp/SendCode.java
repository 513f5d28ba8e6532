package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.platform.security.Caller;
import in.sampark.platform.time.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Has a one-time code sent to a number that may become a connection's. What is on file stays until the code is confirmed. */
public class SendCode {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final SpendAllowances spendAllowances;
    private final IssueCode issueCode;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final OtpSettings settings;
    private final Clock clock;

    SendCode(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            AuditTrail trail,
            TransactionalOperator transaction,
            OtpSettings settings,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.spendAllowances = spendAllowances;
        this.issueCode = issueCode;
        this.trail = trail;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param connectionId as it came from outside
     * @param further whether the number is to be told beside the primary one, not instead of it
     */
    public Mono<OtpSending> send(String connectionId, MobileNumber number, boolean further, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> closed(found.connection())
                        .orElseGet(() -> send(found.connection(), number, further, caller)
                                .as(transaction::transactional)))
                .defaultIfEmpty(new OtpSending.Unknown());
    }

    private Mono<OtpSending> send(Connection connection, MobileNumber number, boolean further, Caller caller) {
        Instant now = clock.instant();
        return spendAllowances
                .spend(settings.ofOfficer(caller.subject(), connection.id(), number), now)
                .flatMap(wait -> wait.<Mono<OtpSending>>map(left -> Mono.just(new OtpSending.TooMany(left)))
                        .orElseGet(() -> requested(connection.id(), number, further, now)
                                .delayUntil(sent -> trail.note(sent(connection, caller)))));
    }

    private Optional<Mono<OtpSending>> closed(Connection connection) {
        LocalDate to = connection.supply().to();
        LocalDate today = LocalDate.ofInstant(clock.instant(), India.ZONE);
        return to != null && connection.supply().overOn(today)
                ? Optional.of(Mono.just(new OtpSending.Closed(to)))
                : Optional.empty();
    }

    private static AuditEntry sent(Connection connection, Caller caller) {
        return ConnectionEntry.by(caller, AuditAction.CODE_SENT, connection);
    }

    private Mono<OtpSending> requested(ConnectionId id, MobileNumber number, boolean further, Instant now) {
        return changeContacts
                .request(id, number, now)
                .flatMap(contact -> issueCode.issue(
                        id, number, contact.language(), new Origin.Officer(provenAsOf(contact), further), now))
                .map(OtpSending.Sent::new);
    }

    private static @Nullable Instant provenAsOf(Contact contact) {
        return contact.provenAt().orElse(null);
    }
}
