package in.sampark.consumer.doubt;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
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

    private final Streaks streaks;
    private final ChangeContacts changeContacts;
    private final DoubtSettings settings;
    private final Clock clock;

    CountFailures(Streaks streaks, ChangeContacts changeContacts, DoubtSettings settings, Clock clock) {
        this.streaks = streaks;
        this.changeContacts = changeContacts;
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
        return changeContacts
                .changeEach(failing.keySet(), contact -> doubted(contact, failing, now), now)
                .then(streaks.end(failing.keySet()));
    }

    /** What failed before a number was proven says nothing of it. */
    private static Contact doubted(Contact contact, Map<ConnectionId, Instant> failing, Instant now) {
        Instant since = failing.getOrDefault(contact.connectionId(), now);
        return contact.doubting(held -> held.primary() && provenBy(held, since), DoubtReason.UNDELIVERABLE, now);
    }

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
