package in.sampark.consumer.connection;

import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.Recording;
import in.sampark.consumer.connection.messaging.ConnectionRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Records what is declared of connections and announces what has changed by it. */
public class RecordConnections {

    private final Connections connections;
    private final Outbox outbox;
    private final Clock clock;

    RecordConnections(Connections connections, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. What is declared as it is on record changes nothing and announces nothing.
     *
     * @param declared each connection once
     * @param covered the areas of which connections may change; one on record in another stays there as it is
     */
    public Mono<Recording> record(List<Connection> declared, Predicate<AreaPath> covered) {
        return connections
                .lock(declared.stream().map(Connection::id).toList())
                .flatMap(known -> record(declared, known, elsewhere(known, covered)));
    }

    /** Takes away the name a connection is held in; joins the caller's transaction. */
    public Mono<Void> forgetName(ConnectionId id) {
        return connections
                .lock(List.of(id))
                .mapNotNull(known -> known.get(id))
                .flatMap(held -> record(List.of(held.connection().nameless()), Map.of(id, held), Set.of()))
                .then();
    }

    private Mono<Recording> record(
            List<Connection> declared, Map<ConnectionId, RecordedConnection> known, Set<ConnectionId> elsewhere) {
        Instant now = clock.instant();
        List<RecordedConnection> changes = changes(declared, known, elsewhere);
        return connections
                .save(changes, now)
                .then(outbox.add(announcements(changes, now)))
                .thenReturn(new Recording(ids(changes), elsewhere));
    }

    private static Set<ConnectionId> elsewhere(
            Map<ConnectionId, RecordedConnection> known, Predicate<AreaPath> covered) {
        return known.values().stream()
                .map(RecordedConnection::connection)
                .filter(held -> !covered.test(held.area()))
                .map(Connection::id)
                .collect(toUnmodifiableSet());
    }

    private static List<RecordedConnection> changes(
            List<Connection> declared, Map<ConnectionId, RecordedConnection> known, Set<ConnectionId> elsewhere) {
        return declared.stream()
                .filter(now -> !elsewhere.contains(now.id()))
                .flatMap(now -> next(Optional.ofNullable(known.get(now.id())), now).stream())
                .toList();
    }

    private static Optional<RecordedConnection> next(Optional<RecordedConnection> known, Connection declared) {
        return known.isPresent() ? known.get().next(declared) : Optional.of(RecordedConnection.first(declared));
    }

    private static List<Announcement<?>> announcements(List<RecordedConnection> changes, Instant at) {
        return changes.stream()
                .<Announcement<?>>map(change -> Announcement.of(Topics.CONNECTIONS, ConnectionRecords.of(change, at)))
                .toList();
    }

    private static Set<ConnectionId> ids(List<RecordedConnection> changes) {
        return changes.stream().map(change -> change.connection().id()).collect(toUnmodifiableSet());
    }
}
