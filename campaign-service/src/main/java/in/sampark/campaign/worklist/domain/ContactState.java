package in.sampark.campaign.worklist.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the worklist needs to know of a contact, which is not its number.
 *
 * @param doubtReason why the number is doubted, in the contract's words; null unless it is
 * @param verifiedAt when the number was last proven; null if never
 * @param recordedAt since when the contact is as it is
 */
public record ContactState(
        Standing standing,
        @Nullable String doubtReason,
        @Nullable Instant verifiedAt,
        Instant recordedAt) {}
