package in.sampark.consumer.search;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.util.Optional;

/**
 * What somebody knows of a connection. All clues have to be true of what is found.
 *
 * @param area path of the area it lies in
 */
public record Clues(
        String area, Optional<ConnectionId> account, Optional<MobileNumber> number, Optional<NameWords> name) {}
