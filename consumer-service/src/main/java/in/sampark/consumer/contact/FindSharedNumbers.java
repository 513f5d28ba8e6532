package in.sampark.consumer.contact;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.SharedNumber;
import in.sampark.platform.security.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds numbers that serve many connections: a landlord's, or that of an agent who made them all up. */
public class FindSharedNumbers {

    private final ContactSearch search;
    private final ContactSettings settings;

    FindSharedNumbers(ContactSearch search, ContactSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    /** How many connections of its company each of a contact's numbers serves. */
    public Mono<Map<MobileNumber, Long>> shares(Contact contact) {
        return search.shares(
                contact.numbers().stream().map(ContactNumber::number).toList(),
                contact.connectionId().discom());
    }

    /** Whether so many connections are more than usual. */
    public boolean unusual(long connections) {
        return connections > settings.sharedBy();
    }

    /**
     * Numbers that serve more connections than usual, one of them in the caller's area at least.
     *
     * @param after place of the last one seen; null for the first page
     */
    public Mono<List<SharedNumber>> within(Caller caller, @Nullable String after, int limit) {
        return search.shared(caller.discom(), caller.areaPath(), settings.sharedBy(), after, limit);
    }
}
