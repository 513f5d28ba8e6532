package in.sampark.consumer.otp;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Removes what is left of codes that are long over, and of limits that no longer count. */
class ForgetCodes {

    private final OtpChallenges challenges;
    private final SpentAllowances spent;
    private final OtpSettings settings;
    private final Clock clock;

    ForgetCodes(OtpChallenges challenges, SpentAllowances spent, OtpSettings settings, Clock clock) {
        this.challenges = challenges;
        this.spent = spent;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers that there is no more to do at once. */
    Mono<Boolean> forget() {
        Instant now = clock.instant();
        return challenges
                .forget(now.minus(settings.keptFor()))
                .then(spent.forget(now.minus(LimitSettings.LONGEST_WINDOW)))
                .thenReturn(false);
    }
}
