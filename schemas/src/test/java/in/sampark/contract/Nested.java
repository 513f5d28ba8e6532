package in.sampark.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A schema with all that is within it. */
final class Nested {

    private Nested() {}

    /** The schema and every schema within it: of fields, items, values and branches. */
    static Stream<Schema> in(Schema schema) {
        return in(schema, new HashSet<>());
    }

    private static Stream<Schema> in(Schema schema, Set<String> seen) {
        Stream<Schema> within = switch (schema.getType()) {
            case RECORD ->
                seen.add(schema.getFullName()) ? schema.getFields().stream().map(Schema.Field::schema) : Stream.empty();
            case ARRAY -> Stream.of(schema.getElementType());
            case MAP -> Stream.of(schema.getValueType());
            case UNION -> schema.getTypes().stream();
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> Stream.empty();
        };
        return Stream.concat(Stream.of(schema), within.flatMap(part -> in(part, seen)));
    }
}
