package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topic;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Occurrence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads what happened to a connection off any contract that says so: by its envelope, and those of its other fields that are asked
 * for as values by their names. Times are ISO-8601, enums their symbols; a field that is null is no value.
 */
public final class OccurrenceMapper {

    private static final String CONNECTION = "connectionId";
    private static final String EVENT = "eventId";
    private static final String AT = "occurredAt";
    private static final String DISCOM = "discom";
    private static final String ACCOUNT = "account";

    /** What an occurrence has beside its values. */
    private static final Set<String> ENVELOPE = Set.of(CONNECTION, EVENT, DISCOM, "causationId");

    private final Topic<?> topic;
    private final Set<String> asked;

    OccurrenceMapper(Topic<?> topic, Set<String> asked) {
        this.topic = topic;
        this.asked = Set.copyOf(asked);
    }

    /** Names of the values that events of a topic can have. */
    public static Set<String> names(Topic<?> topic) {
        Set<String> names = names(topic, field -> true);
        names.add(ACCOUNT);
        return names;
    }

    /** Names of those that are times or days. */
    public static Set<String> times(Topic<?> topic) {
        return names(topic, field -> isTime(field.schema()));
    }

    private static Set<String> names(Topic<?> topic, Predicate<Field> some) {
        return SpecificData.get().getSchema(topic.type()).getFields().stream()
                .filter(some)
                .map(Field::name)
                .filter(name -> !ENVELOPE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isTime(Schema type) {
        return type.isUnion()
                ? type.getTypes().stream().anyMatch(OccurrenceMapper::isTime)
                : LogicalTypes.timestampMillis().equals(type.getLogicalType())
                        || LogicalTypes.date().equals(type.getLogicalType());
    }

    String eventId(SpecificRecord event) {
        return text(event, EVENT);
    }

    Occurrence occurrence(SpecificRecord event) {
        String connectionId = text(event, CONNECTION);
        return new Occurrence(
                topic.name(),
                eventId(event),
                Instant.parse(text(event, AT)),
                null,
                text(event, DISCOM),
                connectionId,
                values(event, connectionId));
    }

    private Map<String, String> values(SpecificRecord event, String connectionId) {
        Map<String, String> values = new HashMap<>();
        for (Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null && asked.contains(field.name())) {
                values.put(field.name(), value.toString());
            }
        }
        values.put(ACCOUNT, Accounts.of(connectionId));
        return values;
    }

    private static String text(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos()).toString();
    }
}
