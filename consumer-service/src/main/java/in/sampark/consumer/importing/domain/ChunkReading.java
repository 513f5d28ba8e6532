package in.sampark.consumer.importing.domain;

import java.util.ArrayList;
import java.util.List;

/** Some rows of a file, sorted into good and bad, both in the file's order. */
public record ChunkReading(List<RowReading.Good> good, List<RowReading.Bad> bad) {

    public ChunkReading {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    public static ChunkReading of(List<RowReading> rows) {
        List<RowReading.Good> good = new ArrayList<>(rows.size());
        List<RowReading.Bad> bad = new ArrayList<>();
        for (RowReading row : rows) {
            switch (row) {
                case RowReading.Good said -> good.add(said);
                case RowReading.Bad unclear -> bad.add(unclear);
            }
        }
        return new ChunkReading(good, bad);
    }

    /** Why the bad ones are. */
    public List<RowError> errors() {
        return bad.stream().flatMap(row -> row.errors().stream()).toList();
    }

    public int rows() {
        return good.size() + bad.size();
    }
}
