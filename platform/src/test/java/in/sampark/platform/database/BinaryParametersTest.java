package in.sampark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.TestDatabase;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server reads out of a parameter, in its own words. */
class BinaryParametersTest {

    private static final String NULL = "null";

    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.named("binary_parameters");
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(
                        "text",
                        new @Nullable String[] {"plain", "", "\"quoted\", {braced}", "back\\slash", "बिजली", null},
                        List.of("plain", "", "\"quoted\", {braced}", "back\\slash", "बिजली", NULL)),
                Arguments.of(
                        "bytea",
                        new byte[] @Nullable [] {{0, 92, (byte) 0xff}, {}, null},
                        List.of("\\x005cff", "\\x", NULL)),
                Arguments.of(
                        "bytea", new ByteBuffer[] {ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 2)}, List.of("\\x0203")),
                Arguments.of(
                        "uuid",
                        new UUID[] {UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210")},
                        List.of("01234567-89ab-cdef-fedc-ba9876543210")),
                Arguments.of(
                        "bigint",
                        new @Nullable Long[] {Long.MIN_VALUE, null, 42L},
                        List.of("-9223372036854775808", NULL, "42")),
                Arguments.of("int", new Integer[] {-1, Integer.MAX_VALUE}, List.of("-1", "2147483647")),
                Arguments.of("bool", new Boolean[] {true, false}, List.of("true", "false")),
                Arguments.of(
                        "timestamptz",
                        new OffsetDateTime[] {
                            OffsetDateTime.parse("2026-11-21T18:00:00.123456+05:30"),
                            OffsetDateTime.parse("1999-12-31T23:59:59.999999Z"),
                            OffsetDateTime.parse("1947-08-15T00:00:00+05:30")
                        },
                        List.of(
                                "2026-11-21 12:30:00.123456+00",
                                "1999-12-31 23:59:59.999999+00",
                                "1947-08-14 18:30:00+00")),
                Arguments.of(
                        "date",
                        new @Nullable LocalDate[] {LocalDate.parse("2026-11-21"), LocalDate.parse("1947-08-15"), null},
                        List.of("2026-11-21", "1947-08-15", NULL)),
                Arguments.of("text", new String[0], List.of()));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void anArrayIsReadAsItIs(String type, Object array, List<String> expected) {
        List<String> read = database.client()
                .sql("select coalesce(each::text, 'null') from (select set_config('TimeZone', 'UTC', false)) as zone,"
                        + " unnest($1::" + type + "[]) with ordinality as n (each, place) order by place")
                .bind("$1", array)
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collectList()
                .block();

        assertThat(read).isEqualTo(expected);
    }

    @Test
    void aByteStringIsReadAsItIs() {
        String read = database.client()
                .sql("select $1::bytea::text")
                .bind("$1", new byte[] {0, 92, (byte) 0xff})
                .map(row -> Column.of(row, 0, String.class))
                .one()
                .block();

        assertThat(read).isEqualTo("\\x005cff");
    }
}
