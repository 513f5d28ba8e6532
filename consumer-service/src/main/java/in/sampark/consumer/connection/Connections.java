package in.sampark.consumer.connection;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The connections on record. */
public interface Connections {

    Mono<RecordedConnection> find(ConnectionId id);

    /**
     * A page of those that are wanted, in the order of their places; joins the caller's transaction. Of a name only the beginnings of its words are known: see {@link
     * in.sampark.consumer.connection.domain.NameWords#sought}.
     */
    Mono<List<RecordedConnection>> search(ConnectionsWanted wanted, Place after, int atMost);

    /** Where those of the given connections are administered that are on record. */
    Mono<Map<ConnectionId, AreaPath>> areas(Collection<ConnectionId> ids);

    /** Those of the given connections that are on record, nobody else's to change until the transaction ends. */
    Mono<Map<ConnectionId, RecordedConnection>> lock(Collection<ConnectionId> ids);

    /** A page of the connections on record in the order of their ids, nobody else's to change until the transaction ends. */
    Mono<List<RecordedConnection>> lockPage(String discom, String after, int atMost);

    /**
     * Saves the next records of connections locked before, or their first.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException as error, when somebody else recorded one of
     *     them first; the transaction can be tried again
     */
    Mono<Void> save(List<RecordedConnection> records, Instant at);
}
