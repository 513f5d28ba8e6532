package in.sampark.meter.reading.web;

import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.platform.csv.CsvStream;
import in.sampark.platform.csv.CsvText;
import in.sampark.platform.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Readings as CSV, columns in any order under a header line, read as they arrive. Each is then read as if it were a JSON object. */
final class CsvRows {

    private static final Map<String, String> FIELD_BY_COLUMN = Map.of(
            "connection_id", "connectionId",
            "register_at", "registerAt",
            "register_wh", "registerWh",
            "meter_no", "meterNo",
            "moment", "moment",
            "quality", "quality",
            "event_id", "eventId");
    private static final List<String> NEEDED = List.of("connection_id", "register_at", "register_wh");
    private static final String EXPECTED =
            String.join(",", NEEDED) + ", and any of meter_no,moment,quality,event_id, each once";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final CsvText text;
    private final SentReadingShape shape;
    private @Nullable List<String> fields;

    private CsvRows(CsvText text, SentReadingShape shape) {
        this.text = text;
        this.shape = shape;
    }

    /** @throws Problem as error, when the first line is no header, or from where on the file can't be read */
    static Flux<SentRow> of(Flux<DataBuffer> body, SentReadingShape shape) {
        return CsvStream.of(body, text -> new CsvRows(text, shape)::next);
    }

    private Optional<SentRow> next() {
        List<String> named = header();
        return text.next().map(row -> SentRow.read(row.getStartingLineNumber(), object(row, named), shape));
    }

    /** An empty cell is a value that is not there. */
    private static ObjectNode object(CsvRecord row, List<String> named) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = row.getField(i).strip();
            if (cell.isEmpty()) continue;
            String field = i < named.size() ? named.get(i) : "cell " + (i + 1);
            if (field.equals("registerWh") && WHOLE_NUMBER.matcher(cell).matches())
                object.put(field, Long.parseLong(cell));
            else object.put(field, cell);
        }
        return object;
    }

    private List<String> header() {
        if (fields == null) {
            fields = fields(text.next().map(CsvRecord::getFields).orElse(List.of()));
        }
        return fields;
    }

    private static List<String> fields(List<String> titles) {
        List<String> columns = titles.stream()
                .map(title -> title.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean known = FIELD_BY_COLUMN.keySet().containsAll(columns) && columns.containsAll(NEEDED);
        if (!known || columns.stream().distinct().count() < columns.size()) {
            throw Problem.invalid("header", columns.size() + " columns", EXPECTED);
        }
        return columns.stream().map(FIELD_BY_COLUMN::get).toList();
    }
}
