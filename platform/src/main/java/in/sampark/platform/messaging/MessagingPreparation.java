package in.sampark.platform.messaging;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.context.SmartLifecycle;

/**
 * Before the first listener starts: the topics exist, the contracts this service answers for are registered, and their schemas are
 * known, so that nothing later waits for the registry in the middle of a transaction.
 */
final class MessagingPreparation implements SmartLifecycle {

    private final Party service;
    private final Batches batches;
    private final TopicCreation topics;
    private final SchemaRegistration registry;
    private final AvroSerde serde;
    private volatile boolean running;

    MessagingPreparation(
            Party service, Batches batches, TopicCreation topics, SchemaRegistration registry, AvroSerde serde) {
        this.service = service;
        this.batches = batches;
        this.topics = topics;
        this.registry = registry;
        this.serde = serde;
    }

    @Override
    public void start() {
        topics.create(catalogued(Topic::touchedBy), batches.topics());
        catalogued(Topic::registeredBy).forEach(topic -> {
            registry.register(topic);
            serde.warm(topic);
        });
        running = true;
    }

    private List<Topic<?>> catalogued(BiPredicate<Topic<?>, Party> concerns) {
        return Topics.ALL.stream()
                .filter(topic -> concerns.test(topic, service))
                .toList();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
