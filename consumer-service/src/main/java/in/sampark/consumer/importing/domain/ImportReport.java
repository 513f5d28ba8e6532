package in.sampark.consumer.importing.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the rows of a file.
 *
 * @param taken rows that changed something
 * @param unchanged rows that said what was known
 * @param rejected rows that could not be taken
 * @param rows why they could not, in the file's order; of a file with very many, the first
 */
public record ImportReport(long taken, long unchanged, long rejected, List<RowError> rows) {

    public static final ImportReport EMPTY = new ImportReport(0, 0, 0, List.of());

    public ImportReport {
        rows = List.copyOf(rows);
    }

    /** This report and what follows, with no more than so many errors. */
    public ImportReport plus(ImportReport following, int mostErrors) {
        return new ImportReport(
                taken + following.taken,
                unchanged + following.unchanged,
                rejected + following.rejected,
                Stream.concat(rows.stream(), following.rows.stream())
                        .limit(mostErrors)
                        .toList());
    }
}
