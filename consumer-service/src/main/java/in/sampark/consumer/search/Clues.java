package in.sampark.consumer.search;

import in.sampark.consumer.connection.domain.Connection;
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
        String area, Optional<ConnectionId> account, Optional<MobileNumber> number, Optional<NameWords> name) {

    /** Whether a connection found by the beginnings of its name's words is one that is looked for. */
    boolean fit(Connection found) {
        return name.isEmpty()
                || Optional.ofNullable(found.name())
                        .filter(held -> NameWords.of(held.text()).matches(name.get()))
                        .isPresent();
    }
}
