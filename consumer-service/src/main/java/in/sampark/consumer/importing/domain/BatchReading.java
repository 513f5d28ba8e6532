package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some rows of a file, sorted into good and bad.
 *
 * @param good each connection once
 */
public record BatchReading(List<RowReading.Good> good, List<RowReading.Bad> bad) {

    public BatchReading {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /** Of several rows that name one connection the first is good. */
    public static BatchReading of(List<RowReading> rows) {
        Map<ConnectionId, RowReading.Good> good = new LinkedHashMap<>();
        List<RowReading.Bad> bad = new ArrayList<>();
        for (RowReading row : rows) {
            switch (row) {
                case RowReading.Good said -> {
                    RowReading.Good earlier = good.putIfAbsent(said.declared().id(), said);
                    if (earlier != null) {
                        bad.add(repeated(said, earlier.line()));
                    }
                }
                case RowReading.Bad unclear -> bad.add(unclear);
            }
        }
        return new BatchReading(List.copyOf(good.values()), bad);
    }

    /** These rows, those of connections that were named before among the bad ones. */
    public BatchReading without(Map<ConnectionId, Long> earlierLines) {
        List<RowReading.Good> first = new ArrayList<>();
        List<RowReading.Bad> rejected = new ArrayList<>(bad);
        for (RowReading.Good row : good) {
            Long earlier = earlierLines.get(row.declared().id());
            if (earlier == null) {
                first.add(row);
            } else {
                rejected.add(repeated(row, earlier));
            }
        }
        return new BatchReading(first, rejected);
    }

    /** These rows, those of connections that are on record elsewhere among the bad ones; where is not said. */
    public BatchReading within(CoveredArea covered, Set<ConnectionId> elsewhere) {
        List<RowReading.Good> own = new ArrayList<>();
        List<RowReading.Bad> rejected = new ArrayList<>(bad);
        for (RowReading.Good row : good) {
            if (elsewhere.contains(row.declared().id())) {
                rejected.add(account(row, "a connection within " + covered.path()));
            } else {
                own.add(row);
            }
        }
        return new BatchReading(own, rejected);
    }

    /** What the good rows declare. */
    public List<DeclaredConnection> declared() {
        return good.stream().map(RowReading.Good::declared).toList();
    }

    /** @param changed connections of which something has changed by the good rows */
    public ImportReport report(Set<ConnectionId> changed) {
        List<RowError> errors = bad.stream()
                .flatMap(row -> row.errors().stream())
                .sorted(Comparator.comparingLong(RowError::row))
                .toList();
        return new ImportReport(changed.size(), good.size() - changed.size(), bad.size(), errors);
    }

    private static RowReading.Bad repeated(RowReading.Good row, long earlierLine) {
        return account(row, "once in a file; row " + earlierLine + " has it");
    }

    private static RowReading.Bad account(RowReading.Good row, String expected) {
        return new RowReading.Bad(List.of(RowError.ofCell(
                row.line(), Column.ACCOUNT_NO, row.declared().id().accountNo(), expected)));
    }
}
