package in.sampark.platform.messaging;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Makes the listeners of a service and knows which topics they read. */
public final class Batches {

    private final Party service;
    private final AvroSerde serde;
    private final SetAside setAside;
    private final TransactionalOperator transaction;
    private final MessagingSettings settings;
    private final MeterRegistry meters;
    private final List<Topic<?>> read = new CopyOnWriteArrayList<>();
    private final Map<String, ReplayListener<?>> replays = new ConcurrentHashMap<>();

    Batches(
            Party service,
            AvroSerde serde,
            SetAside setAside,
            TransactionalOperator transaction,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.service = service;
        this.serde = serde;
        this.setAside = setAside;
        this.transaction = transaction;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * A listener whose handler shares one transaction with everything the batch leaves behind.
     *
     * @param listener its name, also its consumer group: {@code <service>.<what>}
     * @throws IllegalArgumentException when the name is another, or the catalogue does not say that this service reads the topic
     */
    public <T extends SpecificRecord> BatchListener<T> of(String listener, Topic<T> topic, BatchHandler<T> handler) {
        return listener(listener, topic, handler, true);
    }

    /** A listener whose handler runs outside a transaction, as one that calls the outside world must. */
    public <T extends SpecificRecord> BatchListener<T> untransacted(
            String listener, Topic<T> topic, BatchHandler<T> handler) {
        return listener(listener, topic, handler, false);
    }

    /** The topics the listeners made so far read. */
    public Collection<Topic<?>> topics() {
        return List.copyOf(read);
    }

    /** Tells whose the records of a topic are; empty for a topic that this service does not read. */
    Optional<Company<?>> company(String topic) {
        return read.stream().filter(one -> one.name().equals(topic)).findAny().map(one -> new Company<>(one, serde));
    }

    /** By whom what a listener set aside is replayed; empty for a listener that this service does not have. */
    Optional<ReplayListener<?>> replays(String listener) {
        return Optional.ofNullable(replays.get(listener));
    }

    private <T extends SpecificRecord> BatchListener<T> listener(
            String listener, Topic<T> topic, BatchHandler<T> handler, boolean transacted) {
        refuseWhatIsNotAgreed(listener, topic);
        read.add(topic);
        replays.put(
                listener,
                new ReplayListener<>(
                        listener,
                        new Splitter<>(topic, serde),
                        handler,
                        setAside,
                        transaction,
                        transacted,
                        settings.batchTimeout()));
        return new BatchListener<>(
                listener,
                new Splitter<>(topic, serde),
                handler,
                setAside,
                transaction,
                transacted,
                settings.batchTimeout(),
                Counter.builder("sampark.records")
                        .description("Records this instance is done with, those set aside included")
                        .tag("listener", listener)
                        .register(meters));
    }

    /** Rights at the broker and the published interface follow from the catalogue: elsewhere this listener would read nothing. */
    private void refuseWhatIsNotAgreed(String listener, Topic<?> topic) {
        if (!topic.readers().contains(service)) {
            throw new IllegalArgumentException(
                    "listener %s: reads %s (expected: a topic that %s reads by the catalogue Topics)"
                            .formatted(listener, topic, service.id()));
        }
        if (!listener.startsWith(service.groupPrefix())) {
            throw new IllegalArgumentException(
                    "listener: %s (expected: %s<what>)".formatted(listener, service.groupPrefix()));
        }
    }
}
