package in.sampark.campaign.worklist;

import in.sampark.campaign.worklist.domain.ConnectionState;
import in.sampark.campaign.worklist.domain.ContactState;
import in.sampark.campaign.worklist.r2dbc.BalanceColumns;
import in.sampark.campaign.worklist.r2dbc.ConnectionColumns;
import in.sampark.campaign.worklist.r2dbc.ContactColumns;
import in.sampark.platform.messaging.Projected;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Keeps what is known of consumers as the topics of their state say. The topics may speak of a consumer in any order. All methods join
 * the caller's transaction.
 */
public class FollowConsumers {

    private final ConnectionColumns connections;
    private final ContactColumns contacts;
    private final BalanceColumns balances;

    FollowConsumers(ConnectionColumns connections, ContactColumns contacts, BalanceColumns balances) {
        this.connections = connections;
        this.contacts = contacts;
        this.balances = balances;
    }

    /** A consumer whose connection is gone leaves the worklist. */
    public Mono<Void> connections(List<Projected<ConnectionState>> inOrder) {
        return connections.take(Projected.lastOfEach(inOrder));
    }

    /** A consumer whose number is proven leaves the worklist; one whose number is doubted or gone comes back. */
    public Mono<Void> contacts(List<Projected<ContactState>> inOrder) {
        return contacts.take(Projected.lastOfEach(inOrder));
    }

    /**
     * A consumer takes the place on the worklist that their balance gives them.
     *
     * @param inOrder available balances in paise
     */
    public Mono<Void> balances(List<Projected<Long>> inOrder) {
        return balances.take(Projected.lastOfEach(inOrder));
    }
}
