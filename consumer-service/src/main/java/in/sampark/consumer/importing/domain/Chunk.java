package in.sampark.consumer.importing.domain;

import java.util.List;
import java.util.UUID;

/**
 * Rows of a file that are taken in one transaction.
 *
 * @param number from 0, in the file's order
 * @param rows each connection once
 * @param repeated how many more there were, that name a connection an earlier row of the file has named
 */
public record Chunk(UUID importId, int number, List<RowReading.Good> rows, int repeated) {

    public Chunk {
        rows = List.copyOf(rows);
    }
}
