package in.sampark.consumer.importing.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a file, sorted into good and bad, both in the file's order.
 *
 * @param repaired how many of the good ones came with a spreadsheet's damage
 */
public record ChunkReading(List<RowReading.Good> good, List<RowReading.Bad> bad, int repaired) {

    public ChunkReading {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    public static ChunkReading of(List<RowReading> rows) {
        List<RowReading.Good> good = new ArrayList<>(rows.size());
        List<RowReading.Bad> bad = new ArrayList<>();
        int repaired = 0;
        for (RowReading row : rows) {
            switch (row) {
                case RowReading.Good said -> good.add(said);
                case RowReading.Repaired(RowReading.Good said) -> {
                    good.add(said);
                    repaired++;
                }
                case RowReading.Bad unclear -> bad.add(unclear);
            }
        }
        return new ChunkReading(good, bad, repaired);
    }

    /** Why the bad ones are. */
    public List<RowError> errors() {
        return bad.stream().flatMap(row -> row.errors().stream()).toList();
    }

    public int rows() {
        return good.size() + bad.size();
    }
}
