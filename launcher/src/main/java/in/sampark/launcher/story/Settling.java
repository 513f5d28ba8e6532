package in.sampark.launcher.story;

import in.sampark.launcher.story.Api.Who;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until nothing moves any more: every consumer group has committed all there is, every instance says it has nothing left to do, and
 * meanwhile nothing was added. What is away for a while may be moving.
 */
public final class Settling implements AutoCloseable {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofMillis(5));

    private final Admin admin;
    private final Api api;
    private final Who operator;
    private final Collection<URI> services;
    private Map<String, Set<TopicPartition>> assignments = Map.of();

    /** @param services addresses of all instances; {@code operator} must have the role ops */
    public Settling(String bootstrapServers, Api api, Who operator, Collection<URI> services) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.api = api;
        this.operator = operator;
        this.services = services;
    }

    /** @throws IllegalStateException when it takes more than three minutes; says what is still moving */
    public void await() {
        AtomicReference<String> moving = new AtomicReference<>("");
        PATIENCE.await(() -> "still moving: " + moving.get(), () -> {
            moving.set(movingOrAway());
            return moving.get().isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private String movingOrAway() {
        try {
            return moving();
        } catch (UncheckedIOException | KafkaAwayException e) {
            return String.valueOf(e.getMessage());
        } catch (Api.Refused e) {
            if (!e.mayPass()) {
                throw e;
            }
            return String.valueOf(e.getMessage());
        }
    }

    /** What is still moving; empty when all has settled. */
    private String moving() {
        if (assignments.isEmpty()) {
            assignments = assignments();
        }
        if (assignments.isEmpty()) {
            return "consumer groups, which are still being joined";
        }
        Map<TopicPartition, Long> before = ends();
        Set<TopicPartition> behind = behind(before);
        if (!behind.isEmpty()) {
            return "unread " + behind;
        }
        List<String> busy = new CopyOnWriteArrayList<>();
        AtOnce.each(services, service -> {
            var settled = api.get(service.resolve("/internal/settled"), operator);
            if (!settled.required("settled").asBoolean()) {
                busy.add(service + " " + settled.required("unsettled"));
            }
        });
        if (!busy.isEmpty()) {
            return busy.toString();
        }
        return ends().equals(before) ? "" : "new records";
    }

    private Set<TopicPartition> behind(Map<TopicPartition, Long> ends) {
        var asked = assignments.keySet().stream()
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                got(admin.listConsumerGroupOffsets(asked).all());
        Set<TopicPartition> behind = new HashSet<>();
        assignments.forEach((group, partitions) -> partitions.stream()
                .filter(partition -> committed(committed, group, partition) < ends.getOrDefault(partition, 0L))
                .forEach(behind::add));
        return behind;
    }

    private static long committed(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed, String group, TopicPartition partition) {
        OffsetAndMetadata offset = committed.getOrDefault(group, Map.of()).get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        assignments.values().forEach(partitions -> partitions.forEach(p -> asked.put(p, OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                got(admin.listOffsets(asked).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Which partitions each consumer group reads, once every group has its members. */
    private Map<String, Set<TopicPartition>> assignments() {
        List<String> groups = got(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList();
        Map<String, ConsumerGroupDescription> described =
                got(admin.describeConsumerGroups(groups).all());
        boolean joining = described.values().stream()
                .anyMatch(group -> group.groupState() != GroupState.STABLE
                        || partitions(group).isEmpty());
        return joining
                ? Map.of()
                : described.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, group -> partitions(group.getValue())));
    }

    private static Set<TopicPartition> partitions(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaAwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static final class KafkaAwayException extends RuntimeException {
        KafkaAwayException(ExecutionException failure) {
            super("Kafka does not tell its offsets: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
