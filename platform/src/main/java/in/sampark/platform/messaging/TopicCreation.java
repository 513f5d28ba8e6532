package in.sampark.platform.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import in.sampark.contract.Topic;
import in.sampark.contract.Topic.Keeping;
import in.sampark.platform.outbox.DeadLetter;
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
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(35);
    private static final Duration SEGMENT_OF_STATE = Duration.ofHours(1);

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
        return new NewTopic(topic.name(), partitions(topic), settings.replicas()).configs(keeping(topic.keeping()));
    }

    private NewTopic deadLetters(Topic<?> topic) {
        return new NewTopic(DeadLetter.topic(topic.name(), service), settings.narrowPartitions(), settings.replicas())
                .configs(keeping(new Keeping.For(DEAD_LETTERS_KEPT, Duration.ofDays(1))));
    }

    private int partitions(Topic<?> topic) {
        return switch (topic.keyedBy()) {
            case CONNECTION, RECIPIENT -> settings.widePartitions();
            case MESSAGE, OUTAGE -> settings.narrowPartitions();
        };
    }

    private static Map<String, String> keeping(Keeping keeping) {
        return switch (keeping) {
            case Keeping.LastOfKey() ->
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_COMPACT,
                        SEGMENT_MS_CONFIG,
                        Long.toString(SEGMENT_OF_STATE.toMillis()));
            case Keeping.For(Duration retention, Duration segment) ->
                Map.of(
                        RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                        SEGMENT_MS_CONFIG, Long.toString(segment.toMillis()));
        };
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
