package in.sampark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The judge of contracts is judged by contracts that are known to be good or bad. */
class EvolutionTest {

    private static final String FROZEN = """
            {"name": "id", "type": "string"},
            {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
            {"name": "note", "type": ["null", "string"], "default": null},
            {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["OTHER", "A"], "default": "OTHER"}},
            {"name": "lines", "type": {"type": "array", "items":
                {"type": "record", "name": "Line", "fields": [{"name": "amount", "type": "long"}]}}}
            """;

    @Test
    void aContractMayStayAsItIs() {
        assertThat(becoming(FROZEN)).isEmpty();
    }

    @Test
    void aFieldWithADefaultMayComeAndGo() {
        assertThat(becoming(FROZEN + ", {\"name\": \"more\", \"type\": \"int\", \"default\": 0}"))
                .isEmpty();
        assertThat(becoming(FROZEN.replaceAll(".*\"note\".*\n", ""))).isEmpty();
    }

    @Test
    void aSymbolMayBeAddedAndAWordingMended() {
        assertThat(becoming(FROZEN.replace("\"OTHER\", \"A\"", "\"OTHER\", \"A\", \"B\"")))
                .isEmpty();
        assertThat(becoming(FROZEN.replace("\"name\": \"id\"", "\"name\": \"id\", \"doc\": \"Which\"")))
                .isEmpty();
    }

    @Test
    void aFieldWithoutADefaultMayNotBeAdded() {
        assertThat(becoming(FROZEN + ", {\"name\": \"more\", \"type\": \"int\"}"))
                .containsExactly(
                        "records of it could not be read any more: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/5"
                                + " (expected: a field that is added has a default)");
    }

    @Test
    void aFieldWithoutADefaultMayNotBeRemovedOrRenamed() {
        assertThat(becoming(FROZEN.replaceAll(".*\"id\".*\n", "")))
                .containsExactly(
                        "its readers could not read new records: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0"
                                + " (expected: only a field with a default is removed)");
        assertThat(becoming(FROZEN.replace("\"name\": \"id\"", "\"name\": \"key\", \"aliases\": [\"id\"]")))
                .isNotEmpty();
    }

    @Test
    void aTypeMayNotChangeEvenWhereAvroWouldAllowIt() {
        assertThat(becoming(FROZEN.replace("\"id\", \"type\": \"string\"", "\"id\", \"type\": \"bytes\"")))
                .containsExactly("/id: bytes (expected: string as before)");
        assertThat(becoming(FROZEN.replace("timestamp-millis", "timestamp-micros")))
                .containsExactly("/at: long timestamp-micros (expected: long timestamp-millis as before)");
        assertThat(becoming(FROZEN.replace("\"amount\", \"type\": \"long\"", "\"amount\", \"type\": \"double\"")))
                .contains("/lines/items/amount: double (expected: long as before)");
    }

    @Test
    void aFieldMayNotBecomeOptionalNorMandatory() {
        assertThat(becoming(FROZEN.replace("\"id\", \"type\": \"string\"", "\"id\", \"type\": [\"null\", \"string\"]")))
                .contains("/id: [null, string] (expected: string as before)");
        assertThat(becoming(FROZEN.replace(
                        "\"type\": [\"null\", \"string\"], \"default\": null",
                        "\"type\": \"string\", \"default\": \"\"")))
                .contains("/note: string (expected: [null, string] as before)");
        assertThat(becoming(FROZEN.replace("[\"null\", \"string\"]", "[\"null\", \"string\", \"int\"]")))
                .contains("/note: [null, string, int] (expected: [null, string] as before)");
    }

    @Test
    void anEnumMayNotLoseItsDefaultHoweverDeepItSits() {
        assertThat(becoming(FROZEN.replace(", \"default\": \"OTHER\"", "")))
                .contains("Kind: no default symbol (expected: one, for symbols a reader does not know)");
        assertThat(becoming(FROZEN + """
                        , {"name": "deep", "default": {}, "type": {"type": "map", "values":
                            ["null", {"type": "enum", "name": "Deep", "symbols": ["X"]}]}}
                        """))
                .containsExactly("Deep: no default symbol (expected: one, for symbols a reader does not know)");
    }

    @Test
    void aRecordMayNotTakeAnotherName() {
        assertThat(Evolution.objections(contract("Thing", FROZEN), contract("Other", FROZEN)))
                .anyMatch(objection -> objection.contains("NAME_MISMATCH"));
    }

    private static List<String> becoming(String fields) {
        return Evolution.objections(contract("Thing", FROZEN), contract("Thing", fields));
    }

    private static Schema contract(String name, String fields) {
        return new Schema.Parser().parse("""
                {"type": "record", "name": "%s", "fields": [%s]}
                """.formatted(name, fields));
    }
}
