package in.sampark.platform;

import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.SharedInfrastructure;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A database with the platform's tables, without Spring Boot around it. */
public final class TestDatabase {

    private final PostgresqlConnectionFactory connections;

    private TestDatabase(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    public static TestDatabase named(String name) {
        Database database = SharedInfrastructure.get().postgres().createDatabase(name);
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/platform")
                .load()
                .migrate();
        return new TestDatabase(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .password(database.password())
                .build()));
    }

    public PostgresqlConnectionFactory connections() {
        return connections;
    }

    public DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    public long count(String sql) {
        return client().sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
