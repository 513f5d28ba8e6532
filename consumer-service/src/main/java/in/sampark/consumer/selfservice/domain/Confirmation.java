package in.sampark.consumer.selfservice.domain;

import java.time.Duration;

/** What a stranger is told of a guess. None of it depends on whether there is such a connection. */
public sealed interface Confirmation {

    /** The code was right. */
    record Confirmed() implements Confirmation {}

    /** The code was wrong. */
    record Wrong(int attemptsLeft) implements Confirmation {}

    /** No guess is taken, or there never was such a challenge. */
    record Over() implements Confirmation {}

    /** Too many guesses came from the same address. */
    record TooMany(Duration retryAfter) implements Confirmation {}
}
