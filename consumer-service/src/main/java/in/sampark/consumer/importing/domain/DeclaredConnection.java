package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the billing master says of a connection.
 *
 * @param mobile the number it has on file, never proven; null when it has none
 */
public record DeclaredConnection(
        Connection connection, Language language, @Nullable MobileNumber mobile) {

    public ConnectionId id() {
        return connection.id();
    }
}
