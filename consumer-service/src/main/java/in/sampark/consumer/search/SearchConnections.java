package in.sampark.consumer.search;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.Contacts;
import in.sampark.platform.security.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds connections by clues, in pages. Whoever asks must see to it that the area is the caller's. */
public class SearchConnections {

    /** At least, where the first look did not fill the page. */
    private static final int CANDIDATES = 500;

    /** Each holds a connection to the database: whoever wants more has the cursor. */
    private static final int MOST_LOOKS = 10;

    private final Connections connections;
    private final Contacts contacts;
    private final NoteSearches noteSearches;
    private final TransactionalOperator transaction;

    SearchConnections(
            Connections connections, Contacts contacts, NoteSearches noteSearches, TransactionalOperator transaction) {
        this.connections = connections;
        this.contacts = contacts;
        this.noteSearches = noteSearches;
        this.transaction = transaction;
    }

    /**
     * Connections all clues fit, in the order of their places. Where many names begin as the one looked for, the page may have fewer than
     * asked for, and more may come after it.
     */
    public Mono<Found> page(Clues clues, Place after, int atMost, Caller caller) {
        return among(clues)
                .map(among -> new ConnectionsWanted(clues.area(), among, clues.name()))
                .flatMap(wanted -> look(new Look(wanted, clues, atMost), Found.nothingYet(after), after, MOST_LOOKS))
                .delayUntil(found -> noteSearches.note(clues, found.connections(), caller))
                .as(transaction::transactional);
    }

    /** A name is looked up by how its words begin; those that go on differently are passed by here, not page by page by who asks. */
    private Mono<Found> look(Look look, Found soFar, Place after, int looks) {
        int many = look.candidates(looks == MOST_LOOKS);
        return connections.search(look.wanted(), after, many).flatMap(candidates -> {
            boolean last = candidates.size() < many;
            Found found = soFar.with(candidates, last, look.clues(), look.atMost());
            Place next = found.next();
            return next == null || found.connections().size() == look.atMost() || looks == 1
                    ? Mono.just(found)
                    : look(look, found, next, looks - 1);
        });
    }

    private record Look(ConnectionsWanted wanted, Clues clues, int atMost) {

        /** One more than shown tells whether there are more. */
        int candidates(boolean first) {
            return first ? atMost + 1 : Math.max(atMost + 1, CANDIDATES);
        }
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
