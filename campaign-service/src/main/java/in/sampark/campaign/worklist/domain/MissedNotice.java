package in.sampark.campaign.worklist.domain;

import java.time.Instant;

/**
 * A notice that nobody could be told.
 *
 * @param kind what it was about, e.g. LOW_BALANCE
 * @param reason why nobody could be told it, e.g. NUMBER_NOT_VERIFIED
 */
public record MissedNotice(String connectionId, String kind, String reason, Instant dueAt) {}
