package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.infrastructure.Database;
import in.sampark.launcher.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Nobody who reads a topic, a table or a log learns a number or a code. */
class PrivacyTest {

    /** Where six digits are some code's by chance: fractions of a second, ids and hashes in hexadecimal, figures of columns and in JSON. */
    private static final Pattern CHANCE =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d[.,]\\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                    + "|[0-9a-f]{32,}|#-?\\d+|\": ?-?\\d+");

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final RunningSystem system = PlayedStory.ofTheFirst92Days().system();
    private final Set<String> numbers =
            IntStream.rangeClosed(1, 38).mapToObj("98970100%02d"::formatted).collect(Collectors.toSet());
    private final World world = new World(system);
    private final Set<String> codes = codes();

    @Test
    void theInboxHasTheNumbersSoTheSearchCanFindThem() {
        assertThat(numbersIn(
                        world.get(system.simulator().resolve("/inbox/messages")).toString()))
                .hasSize(30);
    }

    @Test
    void noTopicShowsANumberOrACode() {
        List<String> found = new ArrayList<>();
        for (String topic : world.topics()) {
            for (byte[] bytes : world.bytesOf(topic)) {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                numbersIn(text).forEach(number -> found.add(topic + " " + number));
                codesIn(text).forEach(code -> found.add(topic + " " + code));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTableShowsANumberOrACode() throws SQLException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("consumer-service", "meter-service", "notification-service", "campaign-service")) {
            for (String table : tables(system.database(module))) {
                String rows = rows(system.database(module), table);
                numbersIn(rows).forEach(number -> found.add(module + " " + table + " " + number));
                codesIn(rows).forEach(code -> found.add(module + " " + table + " " + code));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noLogShowsANumberOrACode() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.walk(system.logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                numbersIn(text).forEach(number -> found.add(log + " " + number));
                codesIn(text).forEach(code -> found.add(log + " " + code));
            }
        }
        assertThat(found).isEmpty();
    }

    private Set<String> numbersIn(String text) {
        return numbers.stream().filter(text::contains).collect(Collectors.toSet());
    }

    /** The codes of the story that stand by themselves in the text; inside a longer number they are chance. */
    private Set<String> codesIn(String text) {
        return CODE.matcher(CHANCE.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(codes::contains)
                .collect(Collectors.toSet());
    }

    private Set<String> codes() {
        return StreamSupport.stream(
                        world.get(system.simulator().resolve("/inbox/messages")).spliterator(), false)
                .map(message -> CODE.matcher(message.required("text").asString()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .collect(Collectors.toSet());
    }

    private static List<String> tables(Database database) throws SQLException {
        return query(database, "select quote_ident(tablename) from pg_tables where schemaname = 'public'");
    }

    /** Every row in words: bytes as the text they may hold, encodings of text included; figures, such as registers, behind a #. */
    private static String rows(Database database, String table) throws SQLException {
        List<String> columns = query(
                database,
                "select case data_type when 'bytea' then 'encode(' || quote_ident(column_name) || ', ''escape'')' "
                        + "when 'bigint' then '''#'' || ' || quote_ident(column_name) "
                        + "when 'integer' then '''#'' || ' || quote_ident(column_name) "
                        + "else quote_ident(column_name) || '::text' end from information_schema.columns "
                        + "where table_schema = 'public' and quote_ident(table_name) = '" + table + "'");
        return String.join(
                "\n", query(database, "select concat_ws(' ', " + String.join(", ", columns) + ") from " + table));
    }

    private static List<String> query(Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
