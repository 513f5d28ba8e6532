package in.sampark.consumer.importing.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which column stands where in a file. */
public final class Header {

    /** What a first line must be. */
    public static final String EXPECTED = "the columns "
            + String.join(",", titles(Arrays.stream(Column.values())))
            + " in any order, separated by commas, semicolons or tabs, in UTF-8 or UTF-16";

    private static final Pattern TITLE = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.-]{1,40}");

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final int size;

    /** @param titles the file's first line, which {@link #objection} has nothing against */
    public Header(List<String> titles) {
        objection(titles).ifPresent(objection -> {
            throw new IllegalArgumentException("header: " + objection + " (expected: " + EXPECTED + ")");
        });
        size = withoutEmptyEnd(titles).size();
        for (int i = 0; i < size; i++) {
            int position = i;
            column(titles.get(i)).ifPresent(column -> positions.put(column, position));
        }
    }

    /** What a first line has wrong, all of it, or nothing when it is a header. Empty columns at its end don't count. */
    public static Optional<String> objection(List<String> titles) {
        List<String> named = withoutEmptyEnd(titles);
        List<Column> known =
                named.stream().flatMap(title -> column(title).stream()).toList();
        if (known.isEmpty()) {
            return Optional.of("none"); // a first row perhaps, and so not to be repeated
        }
        List<String> wrong = new ArrayList<>();
        about("unknown", unknown(named), wrong);
        about("missing", titles(Column.required().stream().filter(column -> !known.contains(column))), wrong);
        about("more than once", titles(repeated(known).stream()), wrong);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private static void about(String what, List<String> titles, List<String> wrong) {
        if (!titles.isEmpty()) {
            wrong.add(what + " " + String.join(",", titles));
        }
    }

    private static List<String> unknown(List<String> titles) {
        return titles.stream()
                .filter(title -> column(title).isEmpty())
                .map(title -> TITLE.matcher(title).matches() ? title : "(no title)")
                .toList();
    }

    private static Set<Column> repeated(List<Column> columns) {
        Set<Column> seen = EnumSet.noneOf(Column.class);
        return columns.stream().filter(column -> !seen.add(column)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Column> column(String title) {
        return Column.titled(title.strip().toLowerCase(Locale.ROOT));
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

    private static List<String> titles(Stream<Column> columns) {
        return columns.map(Column::title).toList();
    }
}
