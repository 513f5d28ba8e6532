package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.OpenAccounts;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Follows the canonical connections and keeps the terms of their accounts with them. A version not above the one held is ignored, so a replay
 * changes nothing. A tombstone marks the connection as removed: it is charged no more, and its ledger stays.
 */
public final class ProjectConnections {

    private final Connections connections;
    private final OpenAccounts openAccounts;
    private final ConnectionAccounts accounts;

    ProjectConnections(Connections connections, OpenAccounts openAccounts, ConnectionAccounts accounts) {
        this.connections = connections;
        this.openAccounts = openAccounts;
        this.accounts = accounts;
    }

    /**
     * Joins the caller's transaction; answers with the connections that cannot be charged as they are. Accounts are locked before anything is written:
     * with a connection what it owes is written too, and that is under its account's lock.
     */
    public Mono<List<Rejected<Connection>>> project(List<Received<Connection>> batch) {
        Set<String> ids = batch.stream().map(Received::key).collect(Collectors.toSet());
        return openAccounts
                .lock(ids)
                .then(connections.held(ids))
                .flatMap(held -> project(NewConnections.of(batch, held, accounts, openAccounts.earliestDay())));
    }

    private Mono<List<Rejected<Connection>>> project(NewConnections found) {
        return connections
                .keep(found.latest())
                .flatMap(kept -> openAccounts.open(found.declarations(kept)))
                .flatMap(refused -> connections
                        .remove(found.removed())
                        .flatMap(openAccounts::withoutConnection)
                        .thenReturn(found.rejected(refused)));
    }
}
