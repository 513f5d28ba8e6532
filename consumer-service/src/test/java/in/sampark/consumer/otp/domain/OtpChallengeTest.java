package in.sampark.consumer.otp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OtpChallengeTest {

    private static final Instant NOON = Instant.parse("2019-05-01T12:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void openUntilItsEnd() {
        OtpChallenge challenge = challenge(5, null);

        assertThat(challenge.closed(NOON.plus(TEN_MINUTES).minusMillis(1))).isEmpty();
        assertThat(challenge.closed(NOON.plus(TEN_MINUTES))).contains(new OtpCheck.Expired());
    }

    @Test
    void burnedStaysBurned() {
        assertThat(challenge(0, null).closed(NOON)).contains(new OtpCheck.Burned());
        assertThat(challenge(0, null).closed(NOON.plus(TEN_MINUTES))).contains(new OtpCheck.Burned());
    }

    @Test
    void usedOnceIsUsedForGood() {
        assertThat(challenge(0, NOON).closed(NOON)).contains(new OtpCheck.Used());
    }

    @Test
    void livesTenMinutesAtMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> challenge(5, null, NOON.plus(TEN_MINUTES).plusMillis(1)));
    }

    private static OtpChallenge challenge(int attemptsLeft, @Nullable Instant usedAt) {
        return challenge(attemptsLeft, usedAt, NOON.plus(TEN_MINUTES));
    }

    private static OtpChallenge challenge(int attemptsLeft, @Nullable Instant usedAt, Instant expiresAt) {
        return new OtpChallenge(
                UUID.randomUUID(),
                new ConnectionId("DVVNL", "7010000001"),
                new MobileNumber("+919897010001"),
                new Origin.Officer(null, false),
                "hash",
                attemptsLeft,
                NOON,
                expiresAt,
                usedAt);
    }
}
