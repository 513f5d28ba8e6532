package in.sampark.notification.plan.domain;

import in.sampark.notification.message.domain.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event: the notice it leads to.
 *
 * @param kind name of the notice
 * @param event topic of the events that lead to it
 * @param relevantFor how long after the event it is worth telling; null when the event says so itself
 * @param overtakenByRecharge whether a recharge after the event makes it untrue
 * @param wordings templates in order: the first that fits is used; the last fits every notice
 */
public record Rule(
        String kind,
        String event,
        Audience audience,
        Lane lane,
        @Nullable Duration relevantFor,
        boolean overtakenByRecharge,
        List<Wording> wordings) {

    public Rule {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty() || !wordings.getLast().when().isEmpty()) {
            throw new IllegalArgumentException(
                    kind + ": wordings " + wordings + " (expected: a last one without when)");
        }
        boolean relevantForSomeTime = relevantFor != null && relevantFor.isPositive();
        if (audience == Audience.VERIFIED_CONTACT && !relevantForSomeTime) {
            throw new IllegalArgumentException(kind + ": relevant for " + relevantFor + " (expected: > 0)");
        }
    }

    /**
     * Until when a notice of the event is worth telling.
     *
     * @throws IllegalStateException when the event itself says so
     */
    public Instant relevantUntil(Instant occurredAt) {
        if (relevantFor == null) {
            throw new IllegalStateException(kind + ": no relevant-for (expected: one, for an event without expiry)");
        }
        return occurredAt.plus(relevantFor);
    }

    /** The template for a notice with these values. */
    public String template(Map<String, String> values) {
        return wordings.stream()
                .filter(wording -> wording.fits(values))
                .findFirst()
                .orElseThrow()
                .use();
    }
}
