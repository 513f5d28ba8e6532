package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.ImportJob;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The imports on record. */
public interface ImportJobs {

    Mono<Void> begin(ImportJob job);

    /**
     * The whole file is staged and waits for its turn, in the order in which files became whole. A file that says what
     * the same sender's last one said is dropped.
     *
     * @param contentHash the same for the same bytes
     * @return this import, or the sender's last; empty when this one has ended meanwhile
     */
    Mono<ImportJob> whole(ImportJob job, String contentHash);

    /** Ends an import before its last row and drops what is staged of it; one that has ended already stays as it is. */
    Mono<Void> fail(UUID id, String reason, Instant at);

    Mono<ImportJob> find(UUID id);

    /** The import whose turn it is. */
    Mono<ImportJob> next();

    /** Its rows are being taken from now on. */
    Mono<Void> taking(UUID id);

    /** All its rows are taken or rejected. */
    Mono<Void> end(UUID id, Instant at);

    /** Fails imports whose sender was not heard for so long, in wall time. */
    Mono<Void> failAbandoned(Duration unheard, String reason, Instant at);

    /** Forgets imports that ended before. */
    Mono<Void> forget(Instant endedBefore);
}
