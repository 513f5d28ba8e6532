package in.sampark.consumer.contact.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.util.List;

/**
 * A number that serves many connections.
 *
 * @param place where it stands among the others
 * @param connections how many it serves in the company
 * @param within those in the area of whoever asks, the first of them if they are many
 */
public record SharedNumber(MobileNumber number, String place, long connections, List<ConnectionId> within) {

    public SharedNumber {
        within = List.copyOf(within);
    }
}
