package in.sampark.campaign.worklist.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the worklist needs to know of a contact, which is not its number.
 *
 * @param verifiedAt when the number was last proven; null if never
 * @param recordedAt since when the contact is as it is
 */
public record ContactState(Standing standing, @Nullable Instant verifiedAt, Instant recordedAt) {}
