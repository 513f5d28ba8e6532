package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.doubt.domain.Disowning;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the word of whoever gets a connection's messages that the connection isn't theirs. */
public class DisownNumber {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final DoubtNumbers doubtNumbers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DisownNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            DoubtNumbers doubtNumbers,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.doubtNumbers = doubtNumbers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empty when there is no such connection in the caller's area. */
    public Mono<Disowning> disown(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found ->
                        disown(found.connection().id(), Actor.of(caller)).as(transaction::transactional));
    }

    private Mono<Disowning> disown(ConnectionId id, Actor by) {
        var cause = new DoubtNumbers.Cause(DoubtReason.NOT_MINE, by, clock.instant());
        return changeContacts
                .lock(id)
                .filter(contact -> contact.provenAt().isPresent())
                .flatMap(contact -> doubtNumbers
                        .doubt(List.of(id), (of, held) -> held.primary(), cause)
                        .then(Mono.defer(() -> changeContacts.lock(id))))
                .<Disowning>map(Disowning.Disowned::new)
                .defaultIfEmpty(new Disowning.NothingProven());
    }
}
