package in.sampark.launcher.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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

/** All consumer groups of a broker: what they read, and how far they have come. */
final class ConsumerGroups implements AutoCloseable {

    private final Admin admin;
    private Map<String, Set<TopicPartition>> assignments = Map.of();

    ConsumerGroups(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Whether every group has its members, or had them once: a group that lost one is still to read what it read. */
    boolean joined() {
        if (assignments.isEmpty()) {
            assignments = assignments();
        }
        return !assignments.isEmpty();
    }

    /** The partitions that some group has not committed to their ends. */
    Set<TopicPartition> behind(Map<TopicPartition, Long> ends) {
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

    /** Where the partitions end that any group reads. */
    Map<TopicPartition, Long> ends() {
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
            throw new AwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /** What was asked of Kafka, or of a part of it, that does not answer. */
    static final class AwayException extends RuntimeException {
        AwayException(ExecutionException failure) {
            super("Kafka does not tell its offsets: " + failure.getMessage(), failure);
        }
    }
}
