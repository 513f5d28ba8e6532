package in.sampark.consumer.otp.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that was sent, and what is left of its chances. It is good for one connection and one number.
 *
 * @param origin who asked, and what that takes to prove
 * @param codeHash keyed hash of the code; the code itself is kept nowhere
 * @param attemptsLeft guesses still allowed, the one under way not among them
 * @param usedAt when the right code was given; null while it was not
 */
public record OtpChallenge(
        UUID id,
        ConnectionId connectionId,
        MobileNumber number,
        Origin origin,
        String codeHash,
        int attemptsLeft,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** Codes live for ten minutes at most (DOMAIN, OTP). */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    public OtpChallenge {
        if (attemptsLeft < 0) {
            throw new IllegalArgumentException("attempts left: " + attemptsLeft + " (expected: >= 0)");
        }
        if (!expiresAt.isAfter(requestedAt) || expiresAt.isAfter(requestedAt.plus(LONGEST))) {
            throw new IllegalArgumentException(
                    "expires: " + expiresAt + " (expected: within " + LONGEST + " of " + requestedAt + ")");
        }
    }

    /** Why no guess is taken any more, or nothing while one is. */
    public Optional<OtpCheck> closed(Instant at) {
        if (usedAt != null) {
            return Optional.of(new OtpCheck.Used());
        }
        if (attemptsLeft == 0) {
            return Optional.of(new OtpCheck.Burned());
        }
        return at.isBefore(expiresAt) ? Optional.empty() : Optional.of(new OtpCheck.Expired());
    }
}
