package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.Topic.Keeping;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics as the catalogue describes them. Services start at the same time, so a topic that exists already is fine. */
final class TopicCreation {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Map<String, Object> client;
    private final MessagingSettings settings;
    private final String service;

    TopicCreation(Map<String, Object> client, MessagingSettings settings, String service) {
        this.client = client;
        this.settings = settings;
        this.service = service;
    }

    /** @param read the topics whose dead letters this service writes */
    void create(Collection<Topic<?>> topics, Collection<Topic<?>> read) {
        try (Admin admin = Admin.create(client)) {
            CreateTopicsResult result = admin.createTopics(Stream.concat(
                            topics.stream().map(this::described),
                            read.stream().distinct().map(this::deadLetters))
                    .toList());
            for (KafkaFuture<Void> created : result.values().values()) {
                await(created);
            }
        }
    }

    private NewTopic described(Topic<?> topic) {
        int partitions = topic.keyedBy().wide() ? settings.widePartitions() : settings.narrowPartitions();
        return new NewTopic(topic.name(), partitions, settings.replicas())
                .configs(topic.keeping().settings());
    }

    /** What is meant to be gone soon is not kept longer for having failed. */
    private NewTopic deadLetters(Topic<?> topic) {
        Keeping keeping = topic.mayWait().isPresent() ? topic.keeping() : Topic.DEAD_LETTERS_KEPT;
        return new NewTopic(topic.deadLetters(service), settings.narrowPartitions(), settings.replicas())
                .configs(keeping.settings());
    }

    private static void await(KafkaFuture<Void> created) {
        try {
            created.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create topics", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("cannot create topics: the broker did not answer in " + TIMEOUT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
