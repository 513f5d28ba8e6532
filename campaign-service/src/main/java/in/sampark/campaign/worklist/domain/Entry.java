package in.sampark.campaign.worklist.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer to be visited.
 *
 * @param areaPath discom/zone/circle/division/sub-division
 * @param supplyTo last local day of supply; null while supplied. What was owed by then is still owed, so they stay on the list
 * @param doubtReason why the number is doubted, e.g. AGED or NOT_MINE; null unless it is
 * @param availablePaise null when no balance is known
 * @param unreached what they could not be told
 * @param since since when the contact, or where there is none the connection, is as it is
 */
public record Entry(
        String connectionId,
        String accountNo,
        String areaPath,
        String substation,
        String feederCode,
        String dtCode,
        @Nullable LocalDate supplyTo,
        Standing standing,
        @Nullable String doubtReason,
        @Nullable Long availablePaise,
        Unreached unreached,
        Instant since) {

    /**
     * Notices that nobody could be told since the number was last proven, if it ever was.
     *
     * @param kinds what they were about, each once, in alphabetical order
     * @param lastAt when the latest was due; null without any
     * @param lastReason why nobody could be told the latest; null without any
     */
    public record Unreached(
            long count,
            List<String> kinds,
            @Nullable Instant lastAt,
            @Nullable String lastReason) {}

    /** Where on the list they stand: those who owe most first, those whose balance nobody knows last. */
    public Place place() {
        return new Place(availablePaise == null ? Long.MAX_VALUE : availablePaise, connectionId);
    }
}
