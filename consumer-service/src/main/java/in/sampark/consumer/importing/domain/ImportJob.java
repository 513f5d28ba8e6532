package in.sampark.consumer.importing.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent to be imported.
 *
 * @param requestedBy who sent it
 * @param role in which role
 * @param address from where; null when it is not known
 * @param discom the company they act for
 * @param area what they may declare connections of
 * @param reason why it failed; null unless it did
 * @param endedAt null until it is done or has failed
 */
public record ImportJob(
        UUID id,
        String requestedBy,
        String role,
        @Nullable String address,
        String discom,
        CoveredArea area,
        ImportState state,
        ImportProgress progress,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** An import whose file is about to come. */
    public static ImportJob begun(
            UUID id,
            String requestedBy,
            String role,
            @Nullable String address,
            String discom,
            CoveredArea area,
            Instant at) {
        return new ImportJob(
                id,
                requestedBy,
                role,
                address,
                discom,
                area,
                ImportState.RECEIVING,
                ImportProgress.NONE,
                null,
                at,
                null);
    }
}
