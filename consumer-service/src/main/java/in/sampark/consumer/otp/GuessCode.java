package in.sampark.consumer.otp;

import in.sampark.consumer.otp.domain.Guess;
import in.sampark.consumer.otp.domain.Origin;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCheck;
import in.sampark.consumer.otp.domain.OtpCode;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Takes guesses at challenges. */
public class GuessCode {

    private final OtpChallenges challenges;
    private final OtpCodes codes;

    GuessCode(OtpChallenges challenges, OtpCodes codes) {
        this.challenges = challenges;
        this.codes = codes;
    }

    /** Every guess at an open challenge costs an attempt, the right one too. Joins the caller's transaction. */
    Mono<Guess> guess(UUID challengeId, OtpCode code, Instant now) {
        return challenges
                .spendAttempt(challengeId, now)
                .flatMap(open -> codes.matches(open, code) ? used(open, now) : wrong(open))
                .switchIfEmpty(Mono.defer(() -> closed(challengeId, now)));
    }

    /** Takes a guess as {@link #guess}; a challenge that a stranger did not ask for, to prove a number, is unknown here. */
    public Mono<Guess> guessOfStranger(UUID challengeId, OtpCode code, Instant now) {
        return guessOf(Origin.Stranger.class, challengeId, code, now);
    }

    /** Takes a guess as {@link #guess}; a challenge that is for no login is unknown here. */
    public Mono<Guess> guessOfLogin(UUID challengeId, OtpCode code, Instant now) {
        return guessOf(Origin.Login.class, challengeId, code, now);
    }

    private Mono<Guess> guessOf(Class<? extends Origin> asked, UUID challengeId, OtpCode code, Instant now) {
        return challenges
                .find(challengeId)
                .filter(challenge -> asked.isInstance(challenge.origin()))
                .flatMap(challenge -> guess(challengeId, code, now))
                .defaultIfEmpty(new Guess.Missed(new OtpCheck.Unknown()));
    }

    private Mono<Guess> used(OtpChallenge challenge, Instant now) {
        return challenges.use(challenge.id(), now).thenReturn(new Guess.Right(challenge));
    }

    private static Mono<Guess> wrong(OtpChallenge challenge) {
        return Mono.just(new Guess.Missed(new OtpCheck.Wrong(challenge.attemptsLeft())));
    }

    private Mono<Guess> closed(UUID challengeId, Instant now) {
        return challenges
                .find(challengeId)
                .<OtpCheck>map(challenge -> challenge
                        .closed(now)
                        .orElseThrow(() -> new IllegalStateException(
                                "challenge " + challengeId + ": open (expected: closed for good)")))
                .defaultIfEmpty(new OtpCheck.Unknown())
                .map(Guess.Missed::new);
    }
}
