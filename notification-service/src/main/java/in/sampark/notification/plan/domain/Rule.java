package in.sampark.notification.plan.domain;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event: the notice it leads to.
 *
 * @param kind name of the notice
 * @param event topic of the events that lead to it
 * @param when values the event must have for it; empty fits every event of the topic
 * @param relevantFor how long after the event it is worth telling; null when the event says so itself
 * @param until the value of the event that says until when it is worth telling, a time or the last day, if the event has it; null for none
 * @param after the kind of the notice that may have reached them before, as that of which this one tells the end; null when it needs none
 * @param category as which consumers may switch it off or have it wait for the end of their quiet hours; null if they may not
 * @param closed when it is not told (Asia/Kolkata), but waits; null for at any hour
 * @param channels ways to tell it, in order of preference; at least one
 * @param wordings templates in order: the first that fits is used; the last fits every notice
 */
public record Rule(
        String kind,
        String event,
        Map<String, String> when,
        Audience audience,
        Lane lane,
        @Nullable Duration relevantFor,
        @Nullable String until,
        OvertakenBy overtakenBy,
        @Nullable String after,
        @Nullable String category,
        @Nullable QuietHours closed,
        List<Channel> channels,
        List<Wording> wordings) {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    public Rule {
        when = Map.copyOf(when);
        channels = List.copyOf(channels);
        wordings = List.copyOf(wordings);
        if (channels.isEmpty() || Set.copyOf(channels).size() < channels.size()) {
            throw new IllegalArgumentException(
                    kind + ": channels " + channels + " (expected: one at least, each once)");
        }
        if (wordings.isEmpty() || !wordings.getLast().when().isEmpty()) {
            throw new IllegalArgumentException(
                    kind + ": wordings " + wordings + " (expected: a last one without when)");
        }
        boolean relevantForSomeTime = relevantFor != null && relevantFor.isPositive();
        boolean needsLimit = audience == Audience.VERIFIED_CONTACT || audience == Audience.SUBSCRIBED_CONTACT;
        if (needsLimit && !relevantForSomeTime) {
            throw new IllegalArgumentException(kind + ": relevant for " + relevantFor + " (expected: > 0)");
        }
    }

    /**
     * Until when a notice is worth telling.
     *
     * @param occurredAt when the event happened
     * @param expiresAt the event's own expiry; null when it has none
     * @throws IllegalStateException when neither the rule nor the event says so
     */
    public Instant relevantUntil(Instant occurredAt, @Nullable Instant expiresAt) {
        if (relevantFor != null) {
            return occurredAt.plus(relevantFor);
        }
        if (expiresAt == null) {
            throw new IllegalStateException(kind + ": no relevant-for (expected: one, for an event without expiry)");
        }
        return expiresAt;
    }

    /** Until when a notice of what happened to a connection is worth telling. */
    Instant relevantUntil(Occurrence occurrence) {
        String said = until == null ? null : occurrence.values().get(until);
        return said == null ? relevantUntil(occurrence.at(), occurrence.expiresAt()) : end(said);
    }

    /** A day lasts until its end. */
    private static Instant end(String said) {
        return said.contains("T")
                ? Instant.parse(said)
                : LocalDate.parse(said).plusDays(1).atStartOfDay(INDIA).toInstant();
    }

    /** Whether it is told of an event of one connection, to that connection's contact. */
    public boolean ofOneConnection() {
        return audience == Audience.VERIFIED_CONTACT;
    }

    /** Whether an event of its topic with these values leads to its notice. */
    boolean appliesTo(Map<String, String> values) {
        return values.entrySet().containsAll(when.entrySet());
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
