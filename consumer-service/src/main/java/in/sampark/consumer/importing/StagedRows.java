package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.Chunk;
import in.sampark.consumer.importing.domain.ChunkOutcome;
import in.sampark.consumer.importing.domain.ChunkReading;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of files on their way to be taken. */
public interface StagedRows {

    /** Stages rows as a chunk of their own. */
    Mono<Void> stage(UUID importId, int chunk, ChunkReading rows);

    /** Finds rows that name a connection which an earlier row of the file has named, and has the report say so. */
    Mono<Void> reportRepeated(UUID importId);

    /** Chunks that are still to be taken, in the file's order. */
    Flux<Integer> open(UUID importId, int atMost);

    /** A chunk, nobody else's to take until the transaction ends; empty when somebody has taken it. */
    Mono<Chunk> lock(UUID importId, int chunk);

    /** Empties a chunk that was locked before, and remembers what became of it. */
    Mono<Void> taken(Chunk chunk, ChunkOutcome outcome);
}
