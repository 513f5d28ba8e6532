package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.otp.domain.OtpChallenge;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The challenges on record. */
public interface OtpChallenges {

    Mono<OtpChallenge> find(UUID id);

    Mono<Void> add(OtpChallenge challenge);

    /**
     * Spends one attempt of an open challenge, in one statement, so that no number of instances can spend more than
     * there are. The challenge is nobody else's until the transaction ends. Empty when it is not open.
     */
    Mono<OtpChallenge> spendAttempt(UUID id, Instant at);

    /** Forgets all challenges of a connection; joins the caller's transaction. */
    Mono<Void> forget(ConnectionId connectionId);

    /** Closes a challenge whose attempt was spent, for the right code was given. */
    Mono<Void> use(UUID id, Instant at);

    /** Forgets challenges asked for before. */
    Mono<Void> forget(Instant before);
}
