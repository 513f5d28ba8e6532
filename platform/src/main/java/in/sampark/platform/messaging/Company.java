package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells whose the records of a topic are, of the companies that share a deployment, also of records that cannot be handled. */
record Company<T extends SpecificRecord>(Topic<T> topic, AvroSerde serde) {

    private static final String DISCOM = "discom";

    /**
     * The company that all of the record names: its key, its content and the key that content asks for. Empty where nothing names one, and where they name several: what is
     * wrong with such a record would tell one of them about another.
     *
     * @throws RuntimeException one that time can heal, when the registry cannot be asked
     */
    Optional<String> of(ConsumerRecord<byte[], byte[]> record) {
        Set<String> named =
                Stream.concat(byKey(record).stream(), byContent(record.value())).collect(Collectors.toSet());
        return named.size() == 1 ? named.stream().findAny() : Optional.empty();
    }

    /** The company that its key names, which is told at once. */
    Optional<String> byKey(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? Optional.empty() : byKey(new String(key, StandardCharsets.UTF_8));
    }

    private Stream<String> byContent(byte @Nullable [] value) {
        if (value == null) {
            return Stream.of();
        }
        try {
            T content = serde.read(topic, value);
            return Stream.concat(discom(content).stream(), byKey(topic.key().apply(content)).stream());
        } catch (UndecodableException e) {
            return Stream.of();
        }
    }

    private Optional<String> byKey(String key) {
        return switch (topic.keyedBy()) {
            case CONNECTION, OUTAGE, NODE ->
                Optional.of(key.indexOf(':')).filter(end -> end > 0).map(end -> key.substring(0, end));
            case RECIPIENT, MESSAGE, PROVIDER -> Optional.empty();
        };
    }

    private static Optional<String> discom(SpecificRecord content) {
        return Optional.ofNullable(content.getSchema().getField(DISCOM))
                .map(field -> content.get(field.pos()))
                .map(Object::toString);
    }
}
