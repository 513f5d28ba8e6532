package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.LaneBacklog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
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
                .flatMap(committed -> ends().map(ends -> behind(ends, committed)))
                .publishOn(Schedulers.parallel());
    }

    private Mono<Map<TopicPartition, ListOffsetsResultInfo>> ends() {
        return answer(admin.describeTopics(List.of(Topics.Name.DISPATCH_BULK)).allTopicNames())
                .map(topics -> latest(topics.values()))
                .flatMap(latest -> answer(admin.listOffsets(latest).all()));
    }

    private static Map<TopicPartition, OffsetSpec> latest(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    private static long behind(
            Map<TopicPartition, ListOffsetsResultInfo> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(committed, end.getKey()))
                .sum();
    }

    /** A partition that nothing was consumed of has no offset. */
    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static <T> Mono<T> answer(KafkaFuture<T> future) {
        return Mono.fromCompletionStage(future.toCompletionStage());
    }
}
