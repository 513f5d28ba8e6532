package in.sampark.notification.plan.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Where an event stands among others. Clocks of two instances differ, and what is decided together bears one time: where both events say a version, the
 * higher one is later.
 *
 * @param version 0 when the event says none
 */
public record Moment(Instant at, long version) {

    /** The value of events that say one. */
    public static final String VERSION = "version";

    /** Of an event, or a message that tells of it. */
    public static Moment of(Instant at, Map<String, String> values) {
        return new Moment(at, Long.parseLong(values.getOrDefault(VERSION, "0")));
    }

    /** Whether it is later. */
    public boolean isAfter(Moment other) {
        return version > 0 && other.version > 0 ? version > other.version : at.isAfter(other.at);
    }

    /** The latest that two events say. */
    public Moment and(Moment other) {
        return new Moment(at.isAfter(other.at) ? at : other.at, Math.max(version, other.version));
    }
}
