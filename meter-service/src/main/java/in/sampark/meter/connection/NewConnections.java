package in.sampark.meter.connection;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.connection.Connections.Held;
import in.sampark.meter.connection.Connections.Known;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch says that is not known yet: of each connection where it is now, and one after the other how it was to be charged. */
final class NewConnections {

    private final Map<String, Received<Connection>> latest = new LinkedHashMap<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final Map<String, Long> removed = new HashMap<>();
    private final List<Rejected<Connection>> rejected = new ArrayList<>();

    private NewConnections() {}

    /** @param held what is known */
    static NewConnections of(
            List<Received<Connection>> batch, Map<String, Held> held, ConnectionAccounts accounts, LocalDate earliest) {
        NewConnections found = new NewConnections();
        for (Received<Connection> received : batch) {
            if (received.tombstone()) found.removed.put(received.key(), received.offset());
            else found.take(received, found.held(received.key(), held), accounts, earliest);
        }
        return found;
    }

    private @Nullable Held held(String connectionId, Map<String, Held> held) {
        Received<Connection> found = latest.get(connectionId);
        return found == null
                ? held.get(connectionId)
                : new Held(found.value().getVersion(), found.value().getSupplyFrom());
    }

    private void take(
            Received<Connection> received, @Nullable Held held, ConnectionAccounts accounts, LocalDate earliest) {
        if (held != null && received.value().getVersion() <= held.version()) return;
        switch (accounts.of(received.value(), earliest)) {
            case ConnectionAccounts.Declared declared -> {
                Declaration declaration = declared.declaration();
                boolean repeats = held != null && declaration.supplyFrom().equals(held.supplyFrom());
                latest.put(received.key(), received);
                declarations.add(repeats ? declaration.keepingBeginning() : declaration);
            }
            case ConnectionAccounts.Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
        }
    }

    Collection<Known> latest() {
        return latest.values().stream()
                .map(received -> new Known(received.value(), received.offset()))
                .toList();
    }

    /** Of some connections, in order. */
    List<Declaration> declarations(Set<String> connectionIds) {
        return declarations.stream()
                .filter(declaration -> connectionIds.contains(declaration.connectionId()))
                .toList();
    }

    Map<String, Long> removed() {
        return removed;
    }

    /** Those that declare nothing, and those whose terms could not be taken over. @param reasons by connection id */
    List<Rejected<Connection>> rejected(Map<String, String> reasons) {
        List<Rejected<Connection>> all = new ArrayList<>(rejected);
        reasons.forEach((connectionId, reason) -> {
            Received<Connection> received = latest.get(connectionId);
            if (received != null) all.add(new Rejected<>(received, reason));
        });
        return all;
    }
}
