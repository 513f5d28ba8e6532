package in.sampark.consumer.connection;

import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.Change;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.Placed;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.Recording;
import in.sampark.consumer.connection.messaging.ConnectionRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Records what is declared of connections, each where it belongs by the network, and announces what has changed by it. All methods
 * join the caller's transaction; what is declared as it is on record changes nothing and announces nothing.
 */
public class RecordConnections {

    private final Connections connections;
    private final Places places;
    private final Outbox outbox;
    private final Clock clock;

    RecordConnections(Connections connections, Places places, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.places = places;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records connections with all that is known of them. To declare none says nothing of a name: that on record stays.
     *
     * @param declared each connection once
     * @param covered the areas of which connections may change; one on record in another, or that belongs to another, stays as it is
     */
    public Mono<Recording> record(List<Connection> declared, Predicate<AreaPath> covered) {
        return places.placed(declared)
                .flatMap(placed -> locked(placed)
                        .flatMap(known -> record(named(placed, known), known, elsewhere(placed, known, covered))));
    }

    /**
     * Records connections of which the one who declares them does not know the name: that on record stays.
     *
     * @param declared each connection once
     */
    public Mono<Recording> recordNameless(List<Connection> declared) {
        return places.placed(declared)
                .flatMap(placed -> locked(placed).flatMap(known -> record(named(placed, known), known, Set.of())));
    }

    /** Records connections anew that belong elsewhere by now. */
    public Mono<Recording> recordMoved(Collection<ConnectionId> ids) {
        return connections
                .lock(ids)
                .flatMap(known -> places.placed(known.values().stream()
                                .map(RecordedConnection::connection)
                                .toList())
                        .flatMap(placed -> record(placed, known, Set.of())));
    }

    private Mono<Map<ConnectionId, RecordedConnection>> locked(List<Placed> placed) {
        return connections.lock(
                placed.stream().map(one -> one.connection().id()).toList());
    }

    /** Takes away the name a connection is held in; joins the caller's transaction. */
    public Mono<Void> forgetName(ConnectionId id) {
        return connections
                .lock(List.of(id))
                .mapNotNull(known -> known.get(id))
                .flatMap(held ->
                        record(List.of(Placed.asSaid(held.connection().nameless())), Map.of(id, held), Set.of()))
                .then();
    }

    private Mono<Recording> record(
            List<Placed> placed, Map<ConnectionId, RecordedConnection> known, Set<ConnectionId> elsewhere) {
        Instant now = clock.instant();
        List<Change> changes = changes(placed, known, elsewhere);
        List<RecordedConnection> records = changes.stream().map(Change::now).toList();
        return connections
                .save(records, now)
                .then(outbox.add(announcements(records, now)))
                .thenReturn(Recording.of(placed, changes, elsewhere));
    }

    private static Set<ConnectionId> elsewhere(
            List<Placed> placed, Map<ConnectionId, RecordedConnection> known, Predicate<AreaPath> covered) {
        return Stream.concat(
                        placed.stream().map(Placed::connection),
                        known.values().stream().map(RecordedConnection::connection))
                .filter(one -> !covered.test(one.area()))
                .map(Connection::id)
                .collect(toUnmodifiableSet());
    }

    private static List<Placed> named(List<Placed> placed, Map<ConnectionId, RecordedConnection> known) {
        return placed.stream()
                .map(one -> Optional.ofNullable(known.get(one.connection().id()))
                        .filter(held -> one.connection().name() == null)
                        .map(held -> one.named(held.connection().name()))
                        .orElse(one))
                .toList();
    }

    private static List<Change> changes(
            List<Placed> placed, Map<ConnectionId, RecordedConnection> known, Set<ConnectionId> elsewhere) {
        return placed.stream()
                .map(Placed::connection)
                .filter(now -> !elsewhere.contains(now.id()))
                .flatMap(now -> Change.of(Optional.ofNullable(known.get(now.id())), now).stream())
                .toList();
    }

    private static List<Announcement<?>> announcements(List<RecordedConnection> changes, Instant at) {
        return changes.stream()
                .<Announcement<?>>map(change -> Announcement.of(Topics.CONNECTIONS, ConnectionRecords.of(change, at)))
                .toList();
    }
}
