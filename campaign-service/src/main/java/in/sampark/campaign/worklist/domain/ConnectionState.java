package in.sampark.campaign.worklist.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a visit needs to know of a connection.
 *
 * @param areaPath discom/zone/circle/division/sub-division
 * @param supplyTo last local day of supply; null while supplied
 * @param recordedAt since when the connection is as it is
 */
public record ConnectionState(
        String accountNo,
        String areaPath,
        String substation,
        String feederCode,
        String dtCode,
        @Nullable LocalDate supplyTo,
        Instant recordedAt) {}
