package in.sampark.benchmarks.fanout;

import in.sampark.contract.notification.Dispatch;
import in.sampark.infrastructure.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The table of a bare loop, in the service's own database; gone when it is closed. */
final class BareTable implements AutoCloseable {

    private final Connection connection;
    private final Kept kept;
    private final PreparedStatement insert;
    private final PreparedStatement update;

    BareTable(Database database, Kept kept) throws SQLException {
        this.kept = kept;
        this.connection = connection(database);
        execute("drop schema if exists bare cascade");
        execute("create schema bare");
        execute(kept.table());
        this.insert = connection.prepareStatement(kept.insert());
        this.update = connection.prepareStatement(kept.update());
    }

    void insert(List<Dispatch> messages) throws SQLException {
        int place = 1;
        for (Kept.Column column : kept.columns()) {
            insert.setArray(place++, array(messages, column));
        }
        insert.executeUpdate();
    }

    /** Notes what the gateway calls messages, of which there are as many, in the same order. */
    void update(List<Dispatch> messages, List<String> ids) throws SQLException {
        update.setArray(1, array(messages, Kept.ID));
        update.setArray(2, connection.createArrayOf("text", ids.toArray()));
        update.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        execute("drop schema bare cascade");
        connection.close();
    }

    /** The plan of an update is made while the table is empty, and would read all of it for each batch later on. */
    static Connection connection(Database database) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_hashjoin = off; set enable_mergejoin = off");
        }
        return connection;
    }

    private Array array(List<Dispatch> messages, Kept.Column column) throws SQLException {
        return connection.createArrayOf(
                column.type(), messages.stream().map(column.value()).toArray());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
