package in.sampark.consumer.importing.web;

import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.ImportState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its sender sees it.
 *
 * @param staged rows that were received; in the end each is taken, unchanged or rejected
 * @param repaired rows of which a spreadsheet's damage was undone, e.g. 9876543210.0; they are among the others
 * @param warned rows taken of which the report warns: what they say of their place contradicts the network
 * @param reason why it failed
 * @param errors where the report is
 */
record ImportView(
        UUID importId,
        ImportState state,
        long staged,
        long taken,
        long unchanged,
        long rejected,
        long repaired,
        long warned,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant endedAt,
        String errors) {

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state(),
                job.progress().read(),
                job.progress().taken(),
                job.progress().unchanged(),
                job.progress().rejected(),
                job.progress().repaired(),
                job.progress().warned(),
                job.reason(),
                job.createdAt(),
                job.endedAt(),
                "/api/v1/imports/" + job.id() + "/errors");
    }
}
