package in.sampark.consumer.contact;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.domain.Arrangement;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Says which of a connection's numbers is told, and takes numbers away. */
public class ArrangeNumbers {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final NumberIds numberIds;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ArrangeNumbers(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            NumberIds numberIds,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.numberIds = numberIds;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is arranged, by whom, and on the strength of which record.
     *
     * @param connectionId as it came from outside
     * @param numberId as {@link NumberIds} names it
     * @param seen version of the contact the caller saw
     */
    public record Order(String connectionId, String numberId, long seen, Caller caller) {}

    /** Makes a number the primary one. Empty when there is no such connection in the caller's area. */
    public Mono<Arrangement> prefer(Order order) {
        return arrange(order, Contact::preferring);
    }

    /** Takes a number away. Empty as above. */
    public Mono<Arrangement> remove(Order order) {
        return arrange(order, Contact::without);
    }

    private Mono<Arrangement> arrange(Order order, BiFunction<Contact, MobileNumber, Arrangement> wanted) {
        return findConnection
                .within(order.connectionId(), order.caller())
                .flatMap(found -> changeContacts
                        .lock(found.connection().id())
                        .flatMap(contact -> follow(decide(contact, order, wanted)))
                        .delayUntil(arrangement -> trail.note(noted(arrangement, found.connection(), order.caller())))
                        .as(transaction::transactional));
    }

    private static List<AuditEntry> noted(Arrangement arrangement, Connection connection, Caller caller) {
        return arrangement instanceof Arrangement.Arranged
                ? List.of(ConnectionEntry.by(caller, AuditAction.NUMBERS_ARRANGED, connection))
                : List.of();
    }

    private Arrangement decide(Contact contact, Order order, BiFunction<Contact, MobileNumber, Arrangement> wanted) {
        if (order.seen() != contact.version()) {
            return new Arrangement.Outdated(contact.version());
        }
        return numberIds
                .find(contact, order.numberId())
                .map(number -> wanted.apply(contact, number))
                .orElseGet(Arrangement.NotHeld::new);
    }

    private Mono<Arrangement> follow(Arrangement arrangement) {
        return switch (arrangement) {
            case Arrangement.Arranged(Contact contact) ->
                changeContacts
                        .change(contact.connectionId(), before -> contact, clock.instant())
                        .map(Arrangement.Arranged::new);
            case Arrangement.NotHeld() -> Mono.just(arrangement);
            case Arrangement.NotProven() -> Mono.just(arrangement);
            case Arrangement.StillPrimary() -> Mono.just(arrangement);
            case Arrangement.Outdated outdated -> Mono.just(arrangement);
        };
    }
}
