package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.domain.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What follows from a provider's answer. A message that can be tried again is, until it expires.
 *
 * @param refused pauses after the first, second, … attempt that was refused for now; the last one repeats
 * @param throttled pauses when told to slow down, unless the provider names one
 * @param heededAtMost longest pause that a provider may name
 * @param unknown how long each lane waits for a receipt before a message of unknown outcome is tried once more
 */
public record RetryPolicy(
        List<Duration> refused, List<Duration> throttled, Duration heededAtMost, Map<Lane, Duration> unknown) {

    /** Reason of a message that a slow provider left no time for in its batch. */
    public static final String NOT_BEGUN = "NOT_BEGUN";

    public RetryPolicy {
        refused = List.copyOf(refused);
        throttled = List.copyOf(throttled);
        unknown = Map.copyOf(unknown);
        if (refused.isEmpty() || throttled.isEmpty()) {
            throw new IllegalArgumentException(
                    "pauses: " + refused + ", " + throttled + " (expected: at least one each)");
        }
        if (!unknown.keySet().containsAll(List.of(Lane.values()))) {
            throw new IllegalArgumentException("unknown: " + unknown + " (expected: a pause for every lane)");
        }
    }

    /**
     * What becomes of a message after this answer.
     *
     * @param attempt to which it is the answer, the first being 1
     * @param left how long the message is worth sending
     */
    public Verdict after(Outcome outcome, Lane lane, int attempt, Duration left) {
        return switch (outcome) {
            case Outcome.Accepted(String id) -> new Verdict.Accepted(id);
            case Outcome.Refused refusal ->
                refusal.permanent()
                        ? new Verdict.Failed(refusal.reason())
                        : new Verdict.Retry(refusal.reason(), pause(refused, attempt));
            case Outcome.Unavailable(String reason) -> new Verdict.Retry(reason, pause(refused, attempt));
            case Outcome.Throttled(Duration named) ->
                new Verdict.Retry("THROTTLED", named == null ? pause(throttled, attempt) : heeded(named, left));
            case Outcome.Unknown(String reason) -> new Verdict.Unknown(reason, unknown(lane));
        };
    }

    /** What becomes of a message that there was no time to hand over. */
    public Verdict notBegun() {
        return new Verdict.Retry(NOT_BEGUN, throttled.getFirst());
    }

    /** Who names no time at all is not asked again at once either. A message that the pause would outlast is looked at when it expires. */
    private Duration heeded(Duration named, Duration left) {
        Duration longest = left.isPositive() && left.compareTo(heededAtMost) < 0 ? left : heededAtMost;
        Duration pause = named.compareTo(throttled.getFirst()) < 0 ? throttled.getFirst() : named;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private Duration unknown(Lane lane) {
        Duration pause = unknown.get(lane);
        if (pause == null) {
            throw new IllegalStateException("unknown: " + lane + " missing (expected: checked when made)");
        }
        return pause;
    }

    private static Duration pause(List<Duration> pauses, int attempt) {
        return pauses.get(Math.clamp(attempt - 1, 0, pauses.size() - 1));
    }
}
