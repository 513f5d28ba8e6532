package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.IssueCode;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpSending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Draws a code for whoever wants to see their connection. It is sent to the number only if that is the connection's, which is looked up
 * afterwards: answer and time are the same for every account and number, and so are guesses at the code.
 */
public class AskToLogIn {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Turnstile turnstile;
    private final SpendAllowances spendAllowances;
    private final IssueCode issueCode;
    private final HeldCodes heldCodes;
    private final TransactionalOperator transaction;
    private final SelfServiceSettings settings;
    private final Clock clock;

    AskToLogIn(
            Turnstile turnstile,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            HeldCodes heldCodes,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        this.turnstile = turnstile;
        this.spendAllowances = spendAllowances;
        this.issueCode = issueCode;
        this.heldCodes = heldCodes;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who wants to see what. */
    public record Request(ConnectionId connectionId, MobileNumber number, Language language) {}

    /** @param address from where it is asked */
    public Mono<OtpSending> ask(Request request, String address) {
        Instant now = clock.instant();
        Mono<OtpSending> asked = spendAllowances
                .spend(
                        settings.ofLogin(
                                spendAllowances.ofHolding(request.number(), request.connectionId()),
                                request.connectionId(),
                                request.number(),
                                address),
                        now)
                .flatMap(wait -> wait.<Mono<OtpSending>>map(left -> Mono.just(new OtpSending.TooMany(left)))
                        .orElseGet(() -> hold(request, now)))
                .as(transaction::transactional);
        return turnstile.pass(address, asked, new OtpSending.TooMany(A_MOMENT));
    }

    private Mono<OtpSending> hold(Request request, Instant now) {
        return issueCode
                .hold(request.connectionId(), request.number(), request.language(), new Origin.Login(), now)
                .flatMap(held -> heldCodes
                        .add(
                                held.challenge().id(),
                                held.request(),
                                held.challenge().expiresAt())
                        .thenReturn(new OtpSending.Sent(held.challenge())));
    }
}
