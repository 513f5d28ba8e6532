package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Before the first listener starts: the topics exist, the contracts this service answers for are registered, and their schemas are
 * known, so that nothing later waits for the registry in the middle of a transaction.
 */
final class MessagingPreparation implements SmartLifecycle {

    private static final String UTILITY = "utility.";
    private static final String SERVICE = "-service";

    private final String service;
    private final Batches batches;
    private final TopicCreation topics;
    private final SchemaRegistration registry;
    private final AvroSerde serde;
    private volatile boolean running;

    MessagingPreparation(
            String service, Batches batches, TopicCreation topics, SchemaRegistration registry, AvroSerde serde) {
        this.service = service;
        this.batches = batches;
        this.topics = topics;
        this.registry = registry;
        this.serde = serde;
    }

    @Override
    public void start() {
        topics.create(Topics.ALL, batches.topics());
        contracts().forEach(topic -> {
            registry.register(topic);
            serde.warm(topic);
        });
        running = true;
    }

    /** What the service writes, and what it reads from systems that do not register anything. */
    private List<Topic<?>> contracts() {
        String own = service.replace(SERVICE, "") + ".";
        return Topics.ALL.stream()
                .filter(topic -> topic.name().startsWith(own)
                        || topic.name().startsWith(UTILITY) && batches.topics().contains(topic))
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
