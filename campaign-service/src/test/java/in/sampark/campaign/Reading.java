package in.sampark.campaign;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** What the service has read of its topics. */
final class Reading {

    private static final Map<String, String> TOPIC_BY_GROUP = Map.of(
            "campaign-service.connections", Topics.Name.CONNECTIONS,
            "campaign-service.contacts", Topics.Name.CONTACTS,
            "campaign-service.balances", Topics.Name.BALANCES,
            "campaign-service.unreachable", Topics.Name.UNREACHABLE);

    private final KafkaListenerEndpointRegistry listeners;
    private final Map<String, Object> client;

    Reading(
            KafkaListenerEndpointRegistry listeners,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        this.listeners = listeners;
        this.client = Map.of("bootstrap.servers", bootstrapServers);
    }

    /** Waits until everything that was sent is read and its transaction committed. */
    void awaitEnd() {
        try (Admin admin = Admin.create(client)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> hasReadAll(admin));
        }
    }

    /** Lets the service read all its topics again from their beginning. */
    void again(Runnable meanwhile) throws Exception {
        awaitEnd();
        listeners.getListenerContainers().forEach(SmartLifecycle::stop);
        try (Admin admin = Admin.create(client)) {
            admin.deleteConsumerGroups(TOPIC_BY_GROUP.keySet()).all().get();
        }
        meanwhile.run();
        listeners.getListenerContainers().forEach(SmartLifecycle::start);
        awaitEnd();
    }

    private static boolean hasReadAll(Admin admin) throws ExecutionException, InterruptedException {
        for (var group : TOPIC_BY_GROUP.entrySet()) {
            if (!hasRead(admin, group.getKey(), group.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRead(Admin admin, String group, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions();
        var ends = admin.listOffsets(partitions.stream()
                        .collect(toMap(one -> new TopicPartition(topic, one.partition()), one -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata read = committed.get(end.getKey());
            return end.getValue().offset() <= (read == null ? 0 : read.offset());
        });
    }
}
