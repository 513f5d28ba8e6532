package in.sampark.contract;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/**
 * What a contract may become. Readers and writers are never replaced at the same time, and old records stay: each version has to
 * read what every other wrote, and to mean the same by it.
 */
final class Evolution {

    /** Something a later version of a contract must hold to. */
    private interface Rule {
        Stream<String> objections(Schema frozen, Schema current);
    }

    private static final List<Rule> RULES = List.of(
            Evolution::readsWhatWasWritten,
            Evolution::isReadByWhoCameBefore,
            Evolution::typesStay,
            Evolution::enumsGrow);

    private Evolution() {}

    /** What speaks against replacing the frozen contract by the current one; nothing when it may. */
    static List<String> objections(Schema frozen, Schema current) {
        return RULES.stream()
                .flatMap(rule -> rule.objections(frozen, current))
                .distinct()
                .toList();
    }

    private static Stream<String> readsWhatWasWritten(Schema frozen, Schema current) {
        return reading(current, frozen)
                .map(difference -> "records of it could not be read any more: " + difference
                        + " (expected: a field that is added has a default)");
    }

    private static Stream<String> isReadByWhoCameBefore(Schema frozen, Schema current) {
        return reading(frozen, current)
                .map(difference -> "its readers could not read new records: " + difference
                        + " (expected: only a field with a default is removed)");
    }

    private static Stream<String> reading(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities().stream()
                .map(difference -> "%s at %s".formatted(difference.getType(), difference.getLocation()));
    }

    /** Avro reads bytes as text, and knows nothing of units: a time in microseconds would be read as milliseconds. */
    private static Stream<String> typesStay(Schema frozen, Schema current) {
        return typesStay("", frozen, current);
    }

    private static Stream<String> typesStay(String path, Schema frozen, Schema current) {
        if (frozen.getType() != current.getType()
                || !Objects.equals(frozen.getProp("logicalType"), current.getProp("logicalType"))) {
            return Stream.of("%s: %s (expected: %s as before)".formatted(path, shown(current), shown(frozen)));
        }
        return switch (frozen.getType()) {
            case RECORD ->
                frozen.getFields().stream()
                        .filter(field -> current.getField(field.name()) != null)
                        .flatMap(field ->
                                typesStay(path + "/" + field.name(), field.schema(), schemaOf(field.name(), current)));
            case ARRAY -> typesStay(path + "/items", frozen.getElementType(), current.getElementType());
            case MAP -> typesStay(path + "/values", frozen.getValueType(), current.getValueType());
            case UNION -> branchesStay(path, frozen, current);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> Stream.empty();
        };
    }

    private static Stream<String> branchesStay(String path, Schema frozen, Schema current) {
        List<Schema> before = frozen.getTypes();
        List<Schema> now = current.getTypes();
        if (before.size() != now.size()) {
            return Stream.of("%s: %s (expected: %s as before)".formatted(path, shown(current), shown(frozen)));
        }
        return IntStream.range(0, before.size())
                .boxed()
                .flatMap(i -> typesStay(path + "/" + before.get(i).getName(), before.get(i), now.get(i)));
    }

    /** Without a default symbol a reader breaks at the first symbol it does not know. */
    private static Stream<String> enumsGrow(Schema frozen, Schema current) {
        return Nested.in(current)
                .filter(schema -> schema.getType() == Type.ENUM && schema.getEnumDefault() == null)
                .map(schema ->
                        schema.getName() + ": no default symbol (expected: one, for symbols a reader does not know)");
    }

    private static Schema schemaOf(String field, Schema record) {
        Field found = record.getField(field);
        return found.schema();
    }

    private static String shown(Schema schema) {
        String logical = schema.getProp("logicalType");
        return schema.getType() == Type.UNION
                ? schema.getTypes().stream().map(Evolution::shown).toList().toString()
                : logical == null ? schema.getName() : schema.getName() + " " + logical;
    }
}
