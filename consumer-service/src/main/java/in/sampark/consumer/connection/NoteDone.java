package in.sampark.consumer.connection;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.ConnectionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Has the trail say what was done with many connections at once, each where it is administered. */
public class NoteDone {

    private final Connections connections;
    private final AuditTrail trail;

    NoteDone(Connections connections, AuditTrail trail) {
        this.connections = connections;
        this.trail = trail;
    }

    /**
     * Something done with a connection.
     *
     * @param detail what else matters, without personal data of a consumer
     */
    public record Done(ConnectionId connectionId, AuditAction action, String detail) {}

    /** Joins the caller's transaction. Connections not on record are passed over. */
    public Mono<Void> note(Actor by, List<Done> done) {
        return done.isEmpty()
                ? Mono.empty()
                : connections
                        .areas(done.stream().map(Done::connectionId).distinct().toList())
                        .flatMap(areas -> trail.note(done.stream()
                                .flatMap(one -> entry(by, one, areas))
                                .toList()));
    }

    private static Stream<AuditEntry> entry(Actor by, Done done, Map<ConnectionId, AreaPath> areas) {
        return Optional.ofNullable(areas.get(done.connectionId()))
                .map(area -> AuditEntry.by(
                                by, done.action(), done.connectionId().toString(), area.path())
                        .with(done.detail()))
                .stream();
    }
}
