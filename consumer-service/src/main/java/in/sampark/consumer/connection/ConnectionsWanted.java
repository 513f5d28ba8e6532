package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.NameWords;
import java.util.Collection;
import java.util.Optional;

/**
 * Which connections somebody looks for; all of it has to be true of them.
 *
 * @param area path of the area they lie in
 * @param among ids, if they are known
 * @param name words the name has to have, if it is known
 */
public record ConnectionsWanted(String area, Optional<Collection<ConnectionId>> among, Optional<NameWords> name) {}
