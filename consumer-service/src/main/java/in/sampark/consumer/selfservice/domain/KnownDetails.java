package in.sampark.consumer.selfservice.domain;

import java.util.Set;

/**
 * What proves that somebody knows a connection.
 *
 * @param hashes keyed hashes of it; none when there is no such connection
 */
public record KnownDetails(Set<String> hashes) {

    public KnownDetails {
        hashes = Set.copyOf(hashes);
    }

    /** Whether what was said is among it. */
    public boolean include(String detailsHash) {
        return hashes.contains(detailsHash);
    }
}
