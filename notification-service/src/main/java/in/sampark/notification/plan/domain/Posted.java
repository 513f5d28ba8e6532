package in.sampark.notification.plan.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a connection has left.
 *
 * @param through last local day whose charge is posted
 */
public record Posted(
        String eventId, Instant at, String discom, String connectionId, LocalDate through, long availablePaise) {}
