package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.platform.security.Caller;
import reactor.core.publisher.Mono;

/** Finds a connection for somebody. */
public class FindConnection {

    private final Connections connections;

    FindConnection(Connections connections) {
        this.connections = connections;
    }

    /**
     * Empty when there is no such connection in the caller's area: whether another area has it is nobody's business.
     *
     * @param id as it came from outside
     */
    public Mono<RecordedConnection> within(String id, Caller caller) {
        return Mono.justOrEmpty(ConnectionId.parse(id))
                .flatMap(connections::find)
                .filter(found -> caller.covers(found.connection().area().path()));
    }
}
