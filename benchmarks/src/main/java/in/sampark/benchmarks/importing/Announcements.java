package in.sampark.benchmarks.importing;

import in.sampark.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is still to be published of what was imported. */
record Announcements(Database database) {

    private static final long PAUSE_MS = 50;

    void awaitAll() throws SQLException, InterruptedException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            while (waiting(statement)) {
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    private static boolean waiting(Statement statement) throws SQLException {
        try (ResultSet any = statement.executeQuery("select exists (select from outbox where parked_reason is null)")) {
            return any.next() && any.getBoolean(1);
        }
    }
}
