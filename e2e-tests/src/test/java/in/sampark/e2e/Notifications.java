package in.sampark.e2e;

import in.sampark.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What notification-service has noted of its messages. */
final class Notifications {

    private final Database database;

    Notifications(Database database) {
        this.database = database;
    }

    /** Those being handed over. */
    Set<UUID> claimed() {
        return ids("select unnest(message_ids) from claims");
    }

    /** Those that reached their phone. */
    Set<UUID> delivered() {
        return ids("select message_id from messages where state = 'DELIVERED'");
    }

    /** Those that a provider was asked to take, and said neither yes nor no. */
    Set<UUID> unanswered() {
        return ids(
                "select message_id from messages where life @> '[{\"step\": \"UNKNOWN\", \"reason\": \"NO_ANSWER\"}]'");
    }

    /** Those with another end than the phone. */
    Set<UUID> undelivered() {
        return ids("select message_id from messages where state not in ('DELIVERED', 'UNREACHABLE')");
    }

    private Set<UUID> ids(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
