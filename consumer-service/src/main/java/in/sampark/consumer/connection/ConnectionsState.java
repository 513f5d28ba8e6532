package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.messaging.ConnectionRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.republish.TopicState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The connections on record as what {@code consumer.connections.v1} tells of. */
class ConnectionsState implements TopicState {

    private final Connections connections;
    private final Outbox outbox;
    private final Clock clock;

    ConnectionsState(Connections connections, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public Mono<Announced> announce(String discom, String after, int atMost) {
        Instant now = clock.instant();
        return connections
                .lockPage(discom, after, atMost)
                .flatMap(page -> outbox.add(page.stream()
                                .map(held -> Announcement.of(Topics.CONNECTIONS, ConnectionRecords.of(held, now)))
                                .toList())
                        .thenReturn(new Announced(last(page, atMost), page.size())));
    }

    private static @Nullable String last(List<RecordedConnection> page, int atMost) {
        return page.size() < atMost ? null : page.getLast().connection().id().toString();
    }
}
