package in.sampark.consumer.connection.domain;

import java.util.Optional;

/**
 * A connection as it was recorded.
 *
 * @param version 1 for the first record of a connection, one more with every change
 */
public record RecordedConnection(Connection connection, long version) {

    public RecordedConnection {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }

    /** The first record of a connection. */
    public static RecordedConnection first(Connection declared) {
        return new RecordedConnection(declared, 1);
    }

    /** The next record, or nothing when what is declared is what was recorded. */
    public Optional<RecordedConnection> next(Connection declared) {
        if (!declared.id().equals(connection.id())) {
            throw new IllegalArgumentException("connection: " + declared.id() + " (expected: " + connection.id() + ")");
        }
        return declared.equals(connection)
                ? Optional.empty()
                : Optional.of(new RecordedConnection(declared, version + 1));
    }
}
