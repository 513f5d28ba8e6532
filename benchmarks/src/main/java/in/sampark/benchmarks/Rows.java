package in.sampark.benchmarks;

import in.sampark.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a service's database says of how far the service has come. */
public record Rows(Database database) {

    private static final long PAUSE_MS = 100;

    /** Waits until a count is so high. @param sql a count */
    public void awaitAtLeast(long rows, String sql) throws SQLException, InterruptedException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            while (count(statement, sql) < rows) {
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    /** Waits until nothing is counted. */
    public void awaitNone(String sql) throws SQLException, InterruptedException {
        awaitAtLeast(0, "select -(%s)".formatted(sql));
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
