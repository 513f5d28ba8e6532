package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.doubt.domain.Delivery;
import in.sampark.consumer.doubt.domain.Streak;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Doubts numbers that message after message did not reach. */
public class CountFailures {

    private static final Actor BY = Actor.service("consumer-service.delivery-failures");

    private final Streaks streaks;
    private final DoubtNumbers doubtNumbers;
    private final DoubtSettings settings;
    private final Clock clock;

    CountFailures(Streaks streaks, DoubtNumbers doubtNumbers, DoubtSettings settings, Clock clock) {
        this.streaks = streaks;
        this.doubtNumbers = doubtNumbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a message failed for a reason that lies with the number. */
    public boolean blames(String reason) {
        return settings.undeliverable().contains(reason);
    }

    /** Joins the caller's transaction. @param deliveries each given once, in their order */
    public Mono<Void> count(List<Delivery> deliveries) {
        return streaks.extend(streaks(deliveries), settings.failures())
                .flatMap(failing -> failing.isEmpty() ? Mono.empty() : doubt(failing));
    }

    private Mono<Void> doubt(Map<ConnectionId, Instant> failing) {
        Instant now = clock.instant();
        return doubtNumbers
                .doubt(
                        failing.keySet(),
                        (id, held) -> held.primary() && provenBy(held, failing.getOrDefault(id, now)),
                        new DoubtNumbers.Cause(DoubtReason.UNDELIVERABLE, BY, now))
                .then(streaks.end(failing.keySet()));
    }

    /** What failed before a number was proven says nothing of it. */
    private static boolean provenBy(ContactNumber held, Instant at) {
        Instant proven = held.verifiedAt();
        return proven != null && !proven.isAfter(at);
    }

    private static Map<ConnectionId, Streak> streaks(List<Delivery> deliveries) {
        Map<ConnectionId, Streak> streaks = new HashMap<>();
        deliveries.forEach(delivery -> streaks.merge(
                delivery.connectionId(), Streak.NONE.then(delivery), (before, first) -> before.then(delivery)));
        return streaks;
    }
}
