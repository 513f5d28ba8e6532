package in.sampark.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTest {

    @TempDir
    Path state;

    @Test
    void keepsWhatItHeldWhenStartedAgain() throws Exception {
        Settings settings = Settings.keptIn(state, Ports.free(), Ports.free(), Ports.free());
        try (Infrastructure infrastructure = Infrastructure.start(settings)) {
            assertThat(Infrastructure.leftovers(settings))
                    .extracting(Leftover::name)
                    .containsExactly("kafka", "postgres", "registry");
            execute(infrastructure.postgres().createDatabase("meter"), "create table readings (wh bigint)");
            topics(infrastructure, new NewTopic("readings", Optional.of(3), Optional.empty()));
        }
        assertThat(Infrastructure.leftovers(settings)).isEmpty();

        try (Infrastructure infrastructure = Infrastructure.start(settings)) {
            execute(infrastructure.postgres().createDatabase("meter"), "insert into readings values (1)");
            assertThat(topics(infrastructure)).contains("readings");
        }
    }

    @Test
    void aPartComesBackWithItsDataHoweverItEnded() throws Exception {
        try (Infrastructure infrastructure =
                Infrastructure.start(Settings.keptIn(state, Ports.free(), Ports.free(), Ports.free()))) {
            Postgres postgres = infrastructure.postgres();
            Database database = postgres.createDatabase("meter");
            execute(database, "create table readings (wh bigint)");
            topics(infrastructure, new NewTopic("readings", Optional.of(3), Optional.empty()));
            URI info = URI.create(infrastructure.registryUrl() + "/apis/registry/v3/system/info");

            for (Part<?> part : List.of(postgres, infrastructure.kafka(), infrastructure.registry())) {
                Child before = part.running();
                part.kill();
                assertThat(before.process().isAlive()).isFalse();
                part.start();
                part.stop();
                part.start();
                assertThat(part.running().process().isAlive()).isTrue();
            }

            execute(database, "insert into readings values (1)");
            assertThat(topics(infrastructure)).contains("readings");
            assertThat(Readiness.answering(info).reached()).isTrue();
        }
    }

    /** Its connections were to the server that is gone: each would fail the first request it is taken for. */
    @Test
    void theRegistryAnswersAtOnceWhenItsDatabaseIsBack() throws Exception {
        try (Infrastructure infrastructure =
                Infrastructure.start(Settings.keptIn(state, Ports.free(), Ports.free(), Ports.free()))) {
            infrastructure.postgres().kill();
            infrastructure.postgres().start();

            assertThat(register(infrastructure, "readings-value").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anEndOnPurposeIsNoFailure() {
        try (Children children = new Children(state.resolve("pids"))) {
            Command sleeping = new Command(
                    "sleeping",
                    List.of("sleep", "60"),
                    Map.of(),
                    state.resolve("sleeping.log"),
                    () -> true,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5));
            ChildProcess first = children.start(() -> ChildProcess.start(sleeping));
            children.end(first, Child::kill);
            ChildProcess second = children.startAgain(first, () -> ChildProcess.startAgain(sleeping));
            assertThat(children.all()).containsExactly(second);
            assertThat(children.firstEnded()).isNotDone();

            second.kill();
            assertThat(children.firstEnded())
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isSameAs(second);
        }
    }

    @Test
    void isDurableAndAsksForPasswords() throws Exception {
        Postgres postgres = SharedInfrastructure.get().postgres();
        Database database = postgres.createDatabase("durable");

        assertThat(show(database, "fsync")).isEqualTo("on");
        assertThat(show(database, "synchronous_commit")).isEqualTo("on");
        assertThat(show(database, "server_version")).startsWith("18.");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(database.toString()).doesNotContain(database.password());
    }

    @Test
    void servesTheRegistryOnItsAddress() throws Exception {
        URI info = URI.create(SharedInfrastructure.get().registryUrl() + "/apis/registry/v3/system/info");

        assertThat(Readiness.answering(info).reached()).isTrue();
    }

    @Test
    void namesAChildThatEndsAndShowsItsLog() throws IOException {
        Path log = state.resolve("broken.log");
        ChildProcess broken =
                ChildProcess.start(Command.java("broken", List.of("-version", "--nonsense"), log, () -> false));

        assertThatThrownBy(broken::awaitReady)
                .isInstanceOf(ChildFailedException.class)
                .hasMessageStartingWith("broken ended with status")
                .hasMessageContaining(log.toString());
    }

    private static HttpResponse<String> register(Infrastructure infrastructure, String subject)
            throws IOException, InterruptedException {
        URI versions = URI.create(infrastructure.registryUrl() + "/apis/ccompat/v7/subjects/" + subject + "/versions");
        HttpRequest request = HttpRequest.newBuilder(versions)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\": \"\\\"long\\\"\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String show(Database database, String setting) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static Set<String> topics(Infrastructure infrastructure, NewTopic... create)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            admin.createTopics(List.of(create)).all().get();
            return admin.listTopics().names().get();
        }
    }
}
