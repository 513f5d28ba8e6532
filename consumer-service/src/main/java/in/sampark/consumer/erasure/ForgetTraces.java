package in.sampark.consumer.erasure;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.doubt.Streaks;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.selfservice.NumberChanges;
import in.sampark.consumer.selfservice.RechargeReferences;
import java.util.List;
import reactor.core.publisher.Mono;

/** Forgets what is kept of a person beside the connection and its contact. */
class ForgetTraces {

    private final OtpChallenges challenges;
    private final NumberChanges numberChanges;
    private final RechargeReferences references;
    private final Streaks streaks;

    ForgetTraces(
            OtpChallenges challenges, NumberChanges numberChanges, RechargeReferences references, Streaks streaks) {
        this.challenges = challenges;
        this.numberChanges = numberChanges;
        this.references = references;
        this.streaks = streaks;
    }

    /** Codes, changes of number under way, the last recharge's reference, failures counted. Joins the caller's transaction. */
    Mono<Void> forget(ConnectionId id) {
        return challenges
                .forget(id)
                .then(Mono.defer(() -> numberChanges.forget(id)))
                .then(Mono.defer(() -> references.forget(id)))
                .then(Mono.defer(() -> streaks.end(List.of(id))));
    }
}
