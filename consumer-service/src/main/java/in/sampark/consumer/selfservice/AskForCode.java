package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.IssueCode;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.otp.domain.Allowance;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.consumer.otp.domain.Spender;
import in.sampark.consumer.selfservice.domain.SecondProof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Has a code sent to whoever asks for one. It is sent whether there is such a connection or not, for a code that does not come would tell
 * that there is none; and as nothing is looked up, the time it takes tells nothing either.
 */
public class AskForCode {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Turnstile turnstile;
    private final SpendAllowances spendAllowances;
    private final IssueCode issueCode;
    private final DetailsHash detailsHash;
    private final TransactionalOperator transaction;
    private final SelfServiceSettings settings;
    private final Clock clock;

    AskForCode(
            Turnstile turnstile,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            DetailsHash detailsHash,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        this.turnstile = turnstile;
        this.spendAllowances = spendAllowances;
        this.issueCode = issueCode;
        this.detailsHash = detailsHash;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** What somebody asks for. */
    public record Request(ConnectionId connectionId, MobileNumber number, SecondProof proof, Language language) {}

    /** @param address from where it is asked */
    public Mono<OtpSending> ask(Request request, String address) {
        Instant now = clock.instant();
        Mono<OtpSending> asked = spendAllowances
                .spend(spending(request, address), now)
                .flatMap(wait -> wait.<Mono<OtpSending>>map(left -> Mono.just(new OtpSending.TooMany(left)))
                        .orElseGet(() -> issue(request, now)))
                .as(transaction::transactional);
        return turnstile.pass(address, asked, new OtpSending.TooMany(A_MOMENT));
    }

    private Mono<OtpSending> issue(Request request, Instant now) {
        var stranger = new Origin.Stranger(detailsHash.all(request.connectionId(), request.proof()));
        return issueCode
                .issue(request.connectionId(), request.number(), request.language(), stranger, now)
                .map(OtpSending.Sent::new);
    }

    private Map<Spender, Allowance> spending(Request request, String address) {
        return settings.ofAsking(
                spendAllowances.ofSending(request.number(), request.connectionId()), request.connectionId(), address);
    }
}
