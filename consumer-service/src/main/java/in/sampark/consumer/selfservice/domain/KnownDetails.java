package in.sampark.consumer.selfservice.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What proves that somebody knows a connection.
 *
 * @param hashes keyed hashes of it, one text for each thing known; none when there is no such connection
 */
public record KnownDetails(Set<String> hashes) {

    public KnownDetails {
        hashes = hashes.stream().flatMap(KnownDetails::each).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what was said is among it. @param detailsHash keyed hashes of it by one key or several */
    public boolean include(String detailsHash) {
        return each(detailsHash).anyMatch(hashes::contains);
    }

    /** Blanks part them; before a colon stands the key's name. */
    private static Stream<String> each(String text) {
        return Arrays.stream(text.split(" ")).map(one -> one.substring(one.indexOf(':') + 1));
    }
}
