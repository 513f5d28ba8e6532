package in.sampark.consumer.connection;

import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
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
     * @return the connections that are new or have changed
     */
    public Mono<Set<ConnectionId>> record(List<Connection> declared) {
        Instant now = clock.instant();
        return connections
                .lock(declared.stream().map(Connection::id).toList())
                .map(known -> changes(declared, known))
                .flatMap(changes -> connections
                        .save(changes, now)
                        .then(outbox.add(announcements(changes, now)))
                        .thenReturn(ids(changes)));
    }

    private static List<RecordedConnection> changes(
            List<Connection> declared, Map<ConnectionId, RecordedConnection> known) {
        return declared.stream()
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
