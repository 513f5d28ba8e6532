package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.infrastructure.Database;
import in.sampark.launcher.RunningSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;

/** With the databases intact, reading every topic again from its beginning changes nothing and tells nobody anything. */
class ReplayTest {

    private static final List<String> MODULES =
            List.of("consumer-service", "meter-service", "notification-service", "campaign-service");

    private final PlayedStory story = PlayedStory.ofTheFirst92Days();
    private final RunningSystem system = story.system();
    private final World world = new World(system);

    @Test
    void readingEverythingAgainChangesNoRowAndSendsNothing() throws Exception {
        world.awaitSettled();
        Map<String, String> rows = rows();
        Map<String, Integer> records = recordsByTopic();
        int messages = messages();

        MODULES.forEach(story.local()::stop);
        Set<String> groups = forgetOffsets();
        for (String module : MODULES) {
            story.local().startAgain(module);
        }
        world.awaitGroups(groups);
        world.awaitSettled();

        assertThat(rows()).isEqualTo(rows);
        assertThat(recordsByTopic()).isEqualTo(records);
        assertThat(messages()).isEqualTo(messages);
    }

    /** Returns the groups that have to read again. */
    private Set<String> forgetOffsets() throws Exception {
        try (Admin admin = Admin.create(world.client())) {
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toSet());
            assertThat(groups).isNotEmpty();
            awaitNobodyIn(groups, admin);
            admin.deleteConsumerGroups(groups).all().get();
            return groups;
        }
    }

    /** Members with a name do not leave when they stop: they are expected back until their session is over. */
    private static void awaitNobodyIn(Set<String> groups, Admin admin) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                admin.describeConsumerGroups(groups).all().get().values())
                        .allSatisfy(group -> assertThat(group.members()).isEmpty()));
    }

    private int messages() {
        return world.get(system.simulator().resolve("/inbox/messages")).size();
    }

    private Map<String, Integer> recordsByTopic() {
        Map<String, Integer> records = new TreeMap<>();
        world.topics().stream()
                .filter(topic -> !topic.startsWith("__"))
                .forEach(topic -> records.put(topic, world.records(topic).size()));
        return records;
    }

    /** Number of rows and a sum over their content, of every table of every service. */
    private Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (String module : MODULES) {
            Database database = system.database(module);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                for (String table : column(connection, "select tablename from pg_tables where schemaname = 'public'")) {
                    rows.put(
                            module + "." + table,
                            column(
                                            connection,
                                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \""
                                                    + table + "\" t")
                                    .getFirst());
                }
            }
        }
        return rows;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            var values = new java.util.ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
