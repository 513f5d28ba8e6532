package in.sampark.consumer.network.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.consumer.csv.domain.ShownCell;
import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.consumer.network.domain.NodeReading;
import in.sampark.platform.csv.CsvStream;
import in.sampark.platform.csv.CsvText;
import in.sampark.platform.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** A list of nodes. Columns stand in any order; empty ones at the end don't count. */
public final class NodeFile {

    private static final String DISCOM = "discom";
    private static final String KIND = "kind";
    private static final String CODE = "code";
    private static final String PARENT = "parent_code";
    private static final String NAME = "name";
    private static final String ACTIVE = "active";
    private static final List<String> COLUMNS = List.of(DISCOM, KIND, CODE, PARENT, NAME, ACTIVE);
    private static final String KINDS =
            Arrays.stream(NodeKind.values()).map(NodeKind::title).collect(Collectors.joining(", "));
    private static final Set<String> OUT_OF_USE = Set.of("no", "n", "false", "0", "inactive");
    private static final Set<String> IN_USE = Set.of("", "yes", "y", "true", "1", "active");

    /** @param number where it stands in the file; the header is line 1 */
    public record Line(long number, NodeReading reading) {}

    private final CsvText text;
    private @Nullable Map<String, Integer> positions;

    private NodeFile(CsvText text) {
        this.text = text;
    }

    /**
     * The lines after the header.
     *
     * @throws Problem as error, when the first line is no header, or from where on the file can't be read
     */
    public static Flux<Line> lines(Flux<DataBuffer> file) {
        return CsvStream.of(file, text -> new NodeFile(text)::next);
    }

    private Optional<Line> next() {
        Map<String, Integer> columns = header();
        return text.next().map(record -> new Line(record.getStartingLineNumber(), read(record, columns)));
    }

    private static NodeReading read(CsvRecord record, Map<String, Integer> columns) {
        String active = cell(record, columns, ACTIVE).toLowerCase(Locale.ROOT);
        if (!IN_USE.contains(active) && !OUT_OF_USE.contains(active)) {
            return new NodeReading.Bad("active: " + ShownCell.text(active) + " (expected: yes or no)");
        }
        String said = cell(record, columns, KIND);
        Optional<NodeKind> kind = NodeKind.titled(said.replace('-', '_').replace(' ', '_'));
        if (kind.isEmpty()) {
            return new NodeReading.Bad("kind: " + ShownCell.text(said) + " (expected: one of " + KINDS + ")");
        }
        return NodeReading.of(
                cell(record, columns, DISCOM),
                kind,
                cell(record, columns, CODE),
                cell(record, columns, PARENT),
                cell(record, columns, NAME),
                IN_USE.contains(active));
    }

    private static String cell(CsvRecord record, Map<String, Integer> columns, String title) {
        int position = columns.getOrDefault(title, Integer.MAX_VALUE);
        return position < record.getFieldCount() ? record.getField(position).strip() : "";
    }

    private Map<String, Integer> header() {
        if (positions == null) {
            positions = positions(text.next().map(CsvRecord::getFields).orElse(List.of()));
        }
        return positions;
    }

    /** Without what stands there: it may be a first row. */
    private static String objection(List<String> said) {
        String missing =
                COLUMNS.stream().filter(column -> !said.contains(column)).collect(Collectors.joining(","));
        long known = said.stream().distinct().filter(COLUMNS::contains).count();
        return missing.isEmpty() ? said.size() - known + " columns more" : known == 0 ? "none" : "missing " + missing;
    }

    private static Map<String, Integer> positions(List<String> titles) {
        List<String> said = new ArrayList<>(titles.stream()
                .map(title -> title.strip().toLowerCase(Locale.ROOT))
                .toList());
        while (!said.isEmpty() && said.getLast().isEmpty()) {
            said.removeLast();
        }
        if (said.size() != COLUMNS.size() || !said.containsAll(COLUMNS)) {
            throw Problem.invalid("header", objection(said), String.join(",", COLUMNS));
        }
        return said.stream().collect(Collectors.toMap(title -> title, said::indexOf));
    }
}
