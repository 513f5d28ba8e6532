package in.sampark.notification.operator.domain;

import java.time.Instant;

/**
 * A task as it stands.
 *
 * @param discom whose messages met with it
 * @param since when it was first seen this time
 * @param at when it was seen last
 * @param messages how many hand-overs met with it since
 */
public record Task(String discom, Raised raised, Instant since, Instant at, long messages) {}
