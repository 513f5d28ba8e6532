package in.sampark.notification.recipient;

import in.sampark.notification.recipient.domain.ConnectionState;
import in.sampark.notification.recipient.r2dbc.ConnectionTable;
import in.sampark.platform.messaging.Projected;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps this service's connections as their topic says. */
public class ProjectConnections {

    private final ConnectionTable connections;

    ProjectConnections(ConnectionTable connections) {
        this.connections = connections;
    }

    /** Takes note of what is news; joins the caller's transaction. */
    public Mono<Void> project(List<Projected<ConnectionState>> inOrder) {
        return connections.take(Projected.lastOfEach(inOrder));
    }
}
