package in.sampark.infrastructure;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** How the Apicurio schema registry is run. It keeps its schemas in PostgreSQL. */
final class Registry {

    static final String NAME = "registry";
    private static final String HOST = "127.0.0.1";

    private Registry() {}

    static Command command(Settings settings, Software software, Database database) {
        int managementPort = Ports.free();
        Command command = Command.java(
                        NAME,
                        List.of(
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                // Asked a few times at start and hardly again: not worth the better compiler.
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                software.registry().resolve("quarkus-run.jar").toString()),
                        settings.log(NAME),
                        Readiness.answering(URI.create("http://%s:%d/health/ready".formatted(HOST, managementPort))))
                .withEnvironment(environment(settings.registryPort(), managementPort, database));
        return settings.kept() ? command : command.stoppedAtOnce();
    }

    private static Map<String, String> environment(int port, int managementPort, Database database) {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", HOST),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("QUARKUS_MANAGEMENT_HOST", HOST),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                Map.entry("APICURIO_DATASOURCE_URL", database.jdbcUrl()),
                Map.entry("APICURIO_DATASOURCE_USERNAME", database.user()),
                Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "20"),
                // Otherwise each connection to a database that was restarted fails one request first.
                Map.entry("QUARKUS_DATASOURCE_POSTGRESQL_JDBC_VALIDATE_ON_BORROW", "true"));
    }
}
