package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.connection.NoteDone.Done;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.otp.GuessCode;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.otp.domain.Guess;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCheck;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.Spender;
import in.sampark.consumer.selfservice.domain.Login;
import in.sampark.platform.security.SignConsumerTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives whoever has the code a token that opens their connection for a while. Whether the number is the connection's is asked once more. */
public class LogIn {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Turnstile turnstile;
    private final GuessCode guessCode;
    private final SpendAllowances spendAllowances;
    private final Contacts contacts;
    private final SignConsumerTokens tokens;
    private final NoteDone noteDone;
    private final TransactionalOperator transaction;
    private final SelfServiceSettings settings;
    private final Clock clock;
    private final Clock wall;

    LogIn(
            Turnstile turnstile,
            GuessCode guessCode,
            SpendAllowances spendAllowances,
            Contacts contacts,
            SignConsumerTokens tokens,
            NoteDone noteDone,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock,
            Clock wall) {
        this.turnstile = turnstile;
        this.guessCode = guessCode;
        this.spendAllowances = spendAllowances;
        this.contacts = contacts;
        this.tokens = tokens;
        this.noteDone = noteDone;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.wall = wall;
    }

    /** @param address from where it is guessed */
    public Mono<Login> logIn(UUID challengeId, OtpCode code, String address) {
        Instant now = clock.instant();
        var guesser = new Spender(Spender.Kind.GUESSING_ADDRESS, address);
        Mono<Login> guessed = spendAllowances
                .spend(Map.of(guesser, settings.guessesPerAddress().allowance()), now)
                .flatMap(wait -> wait.<Mono<Login>>map(left -> Mono.just(new Login.TooMany(left)))
                        .orElseGet(() -> guess(challengeId, code, now)))
                .as(transaction::transactional);
        return turnstile.pass(address, guessed, new Login.TooMany(A_MOMENT));
    }

    private Mono<Login> guess(UUID challengeId, OtpCode code, Instant now) {
        return guessCode.guessOfLogin(challengeId, code, now).flatMap(guess -> switch (guess) {
            case Guess.Right(OtpChallenge challenge) -> let(challenge);
            case Guess.Missed(OtpCheck.Wrong(int left)) -> Mono.just(new Login.Wrong(left));
            case Guess.Missed missed -> Mono.just(new Login.Over());
        });
    }

    private Mono<Login> let(OtpChallenge challenge) {
        return contacts.find(challenge.connectionId())
                .filter(contact -> contact.verified(challenge.number()))
                .flatMap(contact -> noteDone.note(
                                Actor.CONSUMER,
                                List.of(new Done(challenge.connectionId(), AuditAction.LOGGED_IN, "self-service")))
                        .then(Mono.fromSupplier(() -> in(challenge))))
                .defaultIfEmpty(new Login.Over());
    }

    private Login in(OtpChallenge challenge) {
        Instant at = wall.instant();
        String connectionId = challenge.connectionId().toString();
        return new Login.In(
                connectionId,
                tokens.sign(challenge.connectionId().discom(), connectionId, at, settings.tokenValidFor()),
                at.plus(settings.tokenValidFor()));
    }
}
