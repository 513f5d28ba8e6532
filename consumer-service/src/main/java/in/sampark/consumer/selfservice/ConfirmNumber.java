package in.sampark.consumer.selfservice;

import in.sampark.consumer.otp.GuessCode;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.otp.domain.Guess;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCheck;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.Spender;
import in.sampark.consumer.selfservice.domain.Confirmation;
import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.consumer.selfservice.domain.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes the code from whoever asked for it. The right one proves the phone; whether the number becomes the connection's is settled
 * afterwards, so that answer and time are the same for every account.
 */
public class ConfirmNumber {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Turnstile turnstile;
    private final GuessCode guessCode;
    private final SpendAllowances spendAllowances;
    private final NumberChanges changes;
    private final TransactionalOperator transaction;
    private final SelfServiceSettings settings;
    private final Clock clock;

    ConfirmNumber(
            Turnstile turnstile,
            GuessCode guessCode,
            SpendAllowances spendAllowances,
            NumberChanges changes,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        this.turnstile = turnstile;
        this.guessCode = guessCode;
        this.spendAllowances = spendAllowances;
        this.changes = changes;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param wanted what to do when the number is the connection's
     * @param address from where it is guessed
     */
    public Mono<Confirmation> confirm(UUID challengeId, OtpCode code, Wanted wanted, String address) {
        Instant now = clock.instant();
        var guesser = new Spender(Spender.Kind.GUESSING_ADDRESS, address);
        Mono<Confirmation> guessed = spendAllowances
                .spend(Map.of(guesser, settings.guessesPerAddress().allowance()), now)
                .flatMap(wait -> wait.<Mono<Confirmation>>map(left -> Mono.just(new Confirmation.TooMany(left)))
                        .orElseGet(() -> guess(challengeId, code, wanted, now)))
                .as(transaction::transactional);
        return turnstile.pass(address, guessed, new Confirmation.TooMany(A_MOMENT));
    }

    private Mono<Confirmation> guess(UUID challengeId, OtpCode code, Wanted wanted, Instant now) {
        return guessCode.guessOfStranger(challengeId, code, now).flatMap(guess -> switch (guess) {
            case Guess.Right(OtpChallenge challenge) -> confirmed(challenge, wanted, now);
            case Guess.Missed(OtpCheck.Wrong(int left)) -> Mono.just(new Confirmation.Wrong(left));
            case Guess.Missed missed -> Mono.just(new Confirmation.Over());
        });
    }

    private Mono<Confirmation> confirmed(OtpChallenge challenge, Wanted wanted, Instant now) {
        return challenge.origin() instanceof Origin.Stranger(String detailsHash)
                ? changes.add(change(challenge, detailsHash, wanted, now)).thenReturn(new Confirmation.Confirmed())
                : Mono.error(new IllegalStateException("challenge " + challenge.id() + ": an officer's"));
    }

    private static NumberChange change(OtpChallenge challenge, String detailsHash, Wanted wanted, Instant now) {
        return new NumberChange(
                challenge.id(), challenge.connectionId(), challenge.number(), detailsHash, wanted, now, null, now);
    }
}
