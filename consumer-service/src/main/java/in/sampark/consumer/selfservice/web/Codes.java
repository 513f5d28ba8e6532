package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.platform.web.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said alike wherever a code is all that whoever asks is known by. */
final class Codes {

    private static final String HIDDEN = "***";

    private Codes() {}

    /** @throws Problem 400 when that is no code */
    static OtpCode read(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(OtpCode::parse)
                .orElseThrow(() -> Problem.invalid("code", HIDDEN, "6 digits"));
    }

    /** @throws Problem 429 when too many were asked for */
    static OtpChallenge sent(OtpSending sending) {
        return switch (sending) {
            case OtpSending.Sent(OtpChallenge challenge) -> challenge;
            case OtpSending.TooMany(Duration retryAfter) -> throw tooMany(retryAfter);
            case OtpSending.Closed _, OtpSending.Unknown _ ->
                throw new IllegalStateException("no connection was looked up");
        };
    }

    static Problem wrong(int attemptsLeft) {
        return Problem.unprocessable("wrong code").with("attemptsLeft", attemptsLeft);
    }

    static Problem over() {
        return Problem.gone("no code is awaited; ask for another");
    }

    static Problem tooMany(Duration retryAfter) {
        return Problem.tooMany("too many attempts", retryAfter);
    }
}
