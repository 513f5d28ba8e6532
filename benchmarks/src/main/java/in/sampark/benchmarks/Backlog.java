package in.sampark.benchmarks;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has come with a topic. */
public record Backlog(Admin admin, String group, String topic, int partitions) {

    private static final long PAUSE_MS = 20;

    /** Where each partition ends. */
    public Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(all().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Records the group is done with, since the topic began. */
    public long done() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return all().mapToLong(each ->
                        offsets.get(each) == null ? 0 : offsets.get(each).offset())
                .sum();
    }

    /** Waits until the group is done with so many. */
    public void await(long records) throws ExecutionException, InterruptedException {
        while (done() < records) {
            Thread.sleep(PAUSE_MS);
        }
    }

    private Stream<TopicPartition> all() {
        return IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number));
    }
}
