package in.sampark.consumer.connection.domain;

import java.util.Set;

/**
 * What became of declared connections.
 *
 * @param changed those that are new or have changed
 * @param elsewhere those left as they are, for their area on record is not the declarer's
 */
public record Recording(Set<ConnectionId> changed, Set<ConnectionId> elsewhere) {

    public Recording {
        changed = Set.copyOf(changed);
        elsewhere = Set.copyOf(elsewhere);
    }
}
