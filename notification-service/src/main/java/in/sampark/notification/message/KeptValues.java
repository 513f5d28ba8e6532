package in.sampark.notification.message;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the values of messages are kept: those about a subject differ by the accounts alone, and share the others. */
public final class KeptValues {

    /** Values that messages about what happened at a time share. */
    private record Shared(Instant at, Map<String, String> values) {}

    private final Map<Shared, UUID> ids = new HashMap<>();
    private final Map<UUID, String> shared = new LinkedHashMap<>();
    private final List<@Nullable UUID> idOfEach = new ArrayList<>();
    private final List<String> ownOfEach = new ArrayList<>();

    /** Of messages, in whose order the arrays of each are. */
    public KeptValues(List<Message> messages) {
        messages.forEach(this::add);
    }

    private void add(Message message) {
        Map<String, String> values = message.values();
        if (!values.containsKey(Subject.ID)) {
            idOfEach.add(null);
            ownOfEach.add(MessageRow.json(values));
            return;
        }
        var own = new HashMap<String, String>();
        var others = new HashMap<>(values);
        String accounts = others.remove(Subject.ACCOUNTS);
        if (accounts != null) {
            own.put(Subject.ACCOUNTS, accounts);
        }
        idOfEach.add(ids.computeIfAbsent(new Shared(message.dueAt(), others), this::share));
        ownOfEach.add(MessageRow.json(own));
    }

    private UUID share(Shared values) {
        String json = MessageRow.json(new TreeMap<>(values.values()));
        UUID id = NamedUuid.ofValues(values.at(), json);
        shared.put(id, json);
        return id;
    }

    /** Ids of what is shared, each once. */
    public UUID[] sharedIds() {
        return shared.keySet().toArray(UUID[]::new);
    }

    /** What is shared, in JSON. */
    public String[] shared() {
        return shared.values().toArray(String[]::new);
    }

    /** For each message the id of what it shares; null for one that has all values itself. */
    public @Nullable UUID[] idOfEach() {
        return idOfEach.toArray(UUID[]::new);
    }

    /** What each message has itself, in JSON. */
    public String[] ownOfEach() {
        return ownOfEach.toArray(String[]::new);
    }
}
