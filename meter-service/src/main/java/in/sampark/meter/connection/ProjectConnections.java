package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.OpenAccounts;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.connection.Connections.Known;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Joins the caller's transaction; answers with the connections that cannot be charged as they are. */
    public Mono<List<Rejected<Connection>>> project(List<Received<Connection>> batch) {
        Map<String, Known> latest = new LinkedHashMap<>();
        Map<String, Account> accountById = new HashMap<>();
        Map<String, Long> removed = new HashMap<>();
        List<Rejected<Connection>> rejected = new ArrayList<>();
        for (Received<Connection> received : batch) {
            if (received.tombstone()) {
                removed.put(received.key(), received.offset());
                continue;
            }
            switch (accounts.of(received.value())) {
                case ConnectionAccounts.Opened opened -> {
                    Known known = new Known(received.value(), received.offset());
                    if (latest.merge(received.key(), known, ProjectConnections::newer) == known) {
                        accountById.put(received.key(), opened.account());
                    }
                }
                case ConnectionAccounts.Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
            }
        }
        return connections
                .keep(latest.values())
                .flatMap(kept -> openAccounts.open(ofThose(kept, accountById)))
                .then(Mono.defer(() -> connections.remove(removed)))
                .flatMap(openAccounts::withoutConnection)
                .thenReturn(rejected);
    }

    private static Known newer(Known one, Known other) {
        return other.connection().getVersion() > one.connection().getVersion() ? other : one;
    }

    private static List<Account> ofThose(Set<String> ids, Map<String, Account> accountById) {
        return accountById.values().stream()
                .filter(account -> ids.contains(account.connectionId()))
                .toList();
    }
}
