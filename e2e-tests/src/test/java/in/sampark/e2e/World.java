package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import in.sampark.launcher.story.Api.Who;
import in.sampark.launcher.story.Settling;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/** The running system as those around it see it. */
final class World {

    static final Who OPERATOR = new Who("tester", "ops", "DVVNL");

    private final RunningSystem system;
    private final Api api;

    World(RunningSystem system) {
        this.system = system;
        this.api = new Api(system.issuer());
    }

    Api api() {
        return api;
    }

    JsonNode get(URI address) {
        return api.get(address);
    }

    /** Waits until nothing moves. */
    void awaitSettled() {
        awaitSettled(system.instances().values());
    }

    /** The story's time for everybody, from now on. */
    void jumpTo(Instant time) {
        Map<String, String> now = Map.of("now", time.toString());
        api.put(system.simulator().resolve("/clock"), now);
        system.instances().values().forEach(service -> api.put(service.resolve("/internal/clock"), OPERATOR, now));
    }

    /** Waits until nothing moves in these instances. */
    void awaitSettled(Collection<URI> instances) {
        try (Settling settling = new Settling(system.infrastructure().bootstrapServers(), api, OPERATOR, instances)) {
            settling.await();
        }
    }

    /** Waits until all the groups have their members, and these their partitions. */
    void awaitGroups(Set<String> groups) {
        try (Admin admin = Admin.create(client())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(admin.describeConsumerGroups(groups)
                                    .all()
                                    .get()
                                    .values())
                            .allSatisfy(group -> {
                                assertThat(group.groupState()).isEqualTo(GroupState.STABLE);
                                assertThat(group.members()).isNotEmpty();
                            }));
        }
    }

    /** The names of a group's static members. */
    Set<String> memberNames(String group) {
        try (Admin admin = Admin.create(client())) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .flatMap(member -> member.groupInstanceId().stream())
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> topics() {
        try (Admin admin = Admin.create(client())) {
            return admin.listTopics().names().get().stream().sorted().toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys, values and headers of the topic. */
    List<byte[]> bytesOf(String topic) {
        return records(topic).stream()
                .flatMap(record -> Stream.concat(
                        Stream.of(record.key(), record.value()),
                        Stream.of(record.headers().toArray()).map(header -> header.value())))
                .filter(bytes -> bytes != null)
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    Map<String, Object> client() {
        return new HashMap<>(Map.of("bootstrap.servers", system.infrastructure().bootstrapServers()));
    }
}
