package in.sampark.consumer.importing.domain;

import java.util.List;

/**
 * What became of a chunk's rows.
 *
 * @param taken rows that changed something
 * @param unchanged rows that said what was on record
 * @param repeated rows that name a connection again, which the report tells of already
 * @param rejected why the others were not taken, one a row
 * @param warnings what was noticed of those that were, one row after another
 */
public record ChunkOutcome(int taken, int unchanged, int repeated, List<RowError> rejected, List<RowError> warnings) {

    public ChunkOutcome {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }

    /** How many rows something was noticed of. */
    public long warned() {
        return warnings.stream().mapToLong(RowError::line).distinct().count();
    }
}
