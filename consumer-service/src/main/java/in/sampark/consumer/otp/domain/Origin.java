package in.sampark.consumer.otp.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who asked for a code, which decides what it proves. */
public sealed interface Origin {

    /**
     * An officer, in the consumer's presence.
     *
     * @param provenAsOf when the number on record had been proven; null if it was not
     * @param further whether the number is to be told beside the primary one, not instead of it
     */
    record Officer(@Nullable Instant provenAsOf, boolean further) implements Origin {}

    /**
     * Somebody who says that the connection is theirs.
     *
     * @param detailsHash keyed hash of what they knew of it
     */
    record Stranger(String detailsHash) implements Origin {}

    /** Somebody who says that the number is the connection's already, and wants to see it. Proves no number to the connection. */
    record Login() implements Origin {}
}
