package in.sampark.consumer.importing.domain;

import java.util.List;
import java.util.UUID;

/**
 * Rows of a file that are taken in one transaction.
 *
 * @param number from 0, in the file's order
 * @param rows each connection once
 * @param erased rows of persons who were erased after the file was sent, each connection once
 * @param erasures persons named in it who were erased after the file was sent
 * @param repeated how many more there were, that name a connection an earlier row of the file has named
 */
public record Chunk(
        UUID importId,
        int number,
        List<RowReading.Good> rows,
        List<RowReading.Good> erased,
        int erasures,
        int repeated) {

    public Chunk {
        rows = List.copyOf(rows);
        erased = List.copyOf(erased);
    }

    /** Why those are not taken. */
    public List<RowError> erasedErrors() {
        return erased.stream()
                .map(row -> row.accountError(
                        "a file sent after this consumer's data were erased; this one was sent before"))
                .toList();
    }
}
