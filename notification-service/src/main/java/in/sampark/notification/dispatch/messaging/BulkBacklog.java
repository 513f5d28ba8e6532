package in.sampark.notification.dispatch.messaging;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.LaneBacklog;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How far the consumers of the bulk lane are behind. */
public class BulkBacklog implements LaneBacklog {

    private final Admin admin;

    public BulkBacklog(Admin admin) {
        this.admin = admin;
    }

    /** Committed offsets are asked first: what is handed over in between counts as waiting, never the other way round. */
    @Override
    public Mono<Long> count() {
        return answer(admin.listConsumerGroupOffsets(BulkListener.ID).partitionsToOffsetAndMetadata())
                .flatMap(committed -> partitions().flatMap(partitions -> behind(partitions, committed)))
                .publishOn(Schedulers.parallel());
    }

    private Mono<List<TopicPartition>> partitions() {
        return answer(admin.describeTopics(List.of(Topics.Name.DISPATCH_BULK)).allTopicNames())
                .map(topics -> topics.values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList());
    }

    private Mono<Long> behind(List<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed) {
        return Mono.zip(
                offsets(partitions, OffsetSpec.latest()),
                offsets(partitions, OffsetSpec.earliest()),
                (ends, begins) -> ends.entrySet().stream()
                        .mapToLong(end ->
                                end.getValue().offset() - next(committed.get(end.getKey()), begins.get(end.getKey())))
                        .sum());
    }

    /** Where consumers go on: what the topic no longer keeps waits for nobody. */
    private static long next(@Nullable OffsetAndMetadata committed, @Nullable ListOffsetsResultInfo earliest) {
        return Math.max(committed == null ? 0 : committed.offset(), earliest == null ? 0 : earliest.offset());
    }

    private Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            List<TopicPartition> partitions, OffsetSpec which) {
        return answer(admin.listOffsets(partitions.stream().collect(toMap(identity(), partition -> which)))
                .all());
    }

    private static <T> Mono<T> answer(KafkaFuture<T> future) {
        return Mono.fromCompletionStage(future.toCompletionStage());
    }
}
