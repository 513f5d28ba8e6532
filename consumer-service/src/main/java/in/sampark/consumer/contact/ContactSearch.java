package in.sampark.consumer.contact;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.SharedNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds contacts by their numbers. */
public interface ContactSearch {

    /** How many connections of a company each of the numbers is bound to. */
    Mono<Map<MobileNumber, Long>> shares(Collection<MobileNumber> numbers, String discom);

    /**
     * Numbers that more than {@code threshold} connections of a company share, one of them in the area at least; in an
     * order that means nothing.
     *
     * @param after place of the last one seen; null for the first page
     */
    Mono<List<SharedNumber>> shared(String discom, String areaPath, int threshold, @Nullable String after, int limit);

    /** Connections with a number that was proven before, and not doubted since. */
    Mono<List<ConnectionId>> provenBefore(Instant before, int limit);

    /** The connections of an area that any of the numbers is bound to. */
    Mono<List<ConnectionId>> holding(Collection<MobileNumber> numbers, String areaPath);
}
