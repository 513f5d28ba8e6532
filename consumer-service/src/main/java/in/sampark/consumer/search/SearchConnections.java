package in.sampark.consumer.search;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.contact.Contacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds connections by clues, in pages. Whoever asks must see to it that the area is the caller's. */
public class SearchConnections {

    private final Connections connections;
    private final Contacts contacts;
    private final TransactionalOperator transaction;

    SearchConnections(Connections connections, Contacts contacts, TransactionalOperator transaction) {
        this.connections = connections;
        this.contacts = contacts;
        this.transaction = transaction;
    }

    /**
     * Connections all clues fit, in the order of their places. A word of a name fits when one of the name's begins alike in its first six
     * letters; the caller may look closer.
     */
    public Mono<List<RecordedConnection>> page(Clues clues, Place after, int atMost) {
        return among(clues)
                .flatMap(among ->
                        connections.search(new ConnectionsWanted(clues.area(), among, clues.name()), after, atMost))
                .as(transaction::transactional);
    }

    private Mono<Optional<Collection<ConnectionId>>> among(Clues clues) {
        Optional<Collection<ConnectionId>> account = clues.account().map(List::of);
        return clues.number()
                .map(number -> contacts.holding(number).map(holders -> Optional.of(both(account, holders))))
                .orElseGet(() -> Mono.just(account));
    }

    private static Collection<ConnectionId> both(Optional<Collection<ConnectionId>> some, Set<ConnectionId> others) {
        return some.<Collection<ConnectionId>>map(
                        ids -> ids.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet()))
                .orElse(others);
    }
}
