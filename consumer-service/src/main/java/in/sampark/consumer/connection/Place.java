package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.Connection;

/**
 * A place in the order in which connections are shown: area by area, and by id within one.
 *
 * @param area path with a slash at its end
 */
public record Place(String area, String connectionId) {

    /** Before all. */
    public static final Place START = new Place("", "");

    /** Where a connection stands. */
    public static Place of(Connection connection) {
        return new Place(connection.area().path() + "/", connection.id().toString());
    }
}
