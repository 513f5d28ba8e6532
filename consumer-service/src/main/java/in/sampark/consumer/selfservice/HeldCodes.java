package in.sampark.consumer.selfservice;

import in.sampark.contract.consumer.OtpRequested;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Codes held back until it is known whether they may be sent. */
public interface HeldCodes {

    /** Holds a code back, and rings when the transaction ends. Joins the caller's transaction. */
    Mono<Void> add(UUID challengeId, OtpRequested request, Instant expiresAt);

    /** Some of those held back. */
    Mono<List<UUID>> some(int atMost);

    /** Takes one out, if it is still there and in force; joins the caller's transaction. */
    Mono<OtpRequested> take(UUID challengeId, Instant now);
}
