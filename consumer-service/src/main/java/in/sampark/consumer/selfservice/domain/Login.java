package in.sampark.consumer.selfservice.domain;

import java.time.Duration;
import java.time.Instant;

/** What came of a code by which somebody wants to see their connection. */
public sealed interface Login {

    /**
     * The code was right, and the number is the connection's.
     *
     * @param token opens the connection to who shows it
     * @param expiresAt until then, by the clock on the wall
     */
    record In(String connectionId, String token, Instant expiresAt) implements Login {

        @Override
        public String toString() {
            return "In[***]";
        }
    }

    /** The code was wrong. */
    record Wrong(int attemptsLeft) implements Login {}

    /** No guess is taken, there never was such a login, or the number is the connection's no longer. */
    record Over() implements Login {}

    /** Too many guesses came from the same address. */
    record TooMany(Duration retryAfter) implements Login {}
}
