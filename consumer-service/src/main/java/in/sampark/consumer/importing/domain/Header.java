package in.sampark.consumer.importing.domain;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column stands where in a file. */
public final class Header {

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final int size;

    /** @param titles the file's first line, which {@link #objection} has nothing against */
    public Header(List<String> titles) {
        objection(titles).ifPresent(expected -> {
            throw new IllegalArgumentException("header: " + titles + " (expected: " + expected + ")");
        });
        size = withoutEmptyEnd(titles).size();
        for (int i = 0; i < size; i++) {
            int position = i;
            Column.titled(titles.get(i).strip()).ifPresent(column -> positions.put(column, position));
        }
    }

    /** What a first line should have been, or nothing when it is a header. Empty columns at its end don't count. */
    public static Optional<String> objection(List<String> titles) {
        Set<Column> seen = new HashSet<>();
        for (String title : withoutEmptyEnd(titles)) {
            Optional<Column> column = Column.titled(title.strip());
            if (column.isEmpty()) {
                return Optional.of("columns of " + titles(List.of(Column.values())) + " in UTF-8, separated by commas");
            }
            if (!seen.add(column.get())) {
                return Optional.of("column " + title + " once");
            }
        }
        List<Column> missing = Column.required().stream()
                .filter(column -> !seen.contains(column))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("also " + titles(missing));
    }

    /** How many fields a row has. */
    int size() {
        return size;
    }

    /** Where a column stands, or nothing when the file is without it. */
    Optional<Integer> position(Column column) {
        return Optional.ofNullable(positions.get(column));
    }

    private static List<String> withoutEmptyEnd(List<String> titles) {
        int size = titles.size();
        while (size > 0 && titles.get(size - 1).isBlank()) {
            size--;
        }
        return titles.subList(0, size);
    }

    private static String titles(List<Column> columns) {
        return columns.stream().map(Column::title).collect(joining(","));
    }
}
