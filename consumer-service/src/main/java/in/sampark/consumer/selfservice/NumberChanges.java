package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.NumberChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The changes of number not settled yet. */
public interface NumberChanges {

    /** Adds a change and rings for it to be settled. */
    Mono<Void> add(NumberChange change);

    /** Those that are due, the oldest first. */
    Mono<List<UUID>> due(Instant now, int atMost);

    /** The change as it is now; empty when it is gone. */
    Mono<NumberChange> find(UUID id);

    /** The change, nobody else's until the transaction ends; empty when it is gone. */
    Mono<NumberChange> lock(UUID id);

    /** Notes that the number on record was told. */
    Mono<Void> told(UUID id, Instant at, Instant dueAt);

    Mono<Void> remove(UUID id);

    /** Forgets all of a connection; joins the caller's transaction. */
    Mono<Void> forget(ConnectionId id);

    /** Those of a connection that may still be refused, the oldest first. */
    Mono<List<NumberChange>> refusable(ConnectionId id);

    /** Removes those of a connection that may still be refused. @return how many they were */
    Mono<Long> refuse(ConnectionId id);
}
