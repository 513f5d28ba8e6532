package in.sampark.consumer.doubt.messaging;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.doubt.CountFailures;
import in.sampark.consumer.doubt.domain.Delivery;
import in.sampark.contract.Topics;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/**
 * Takes from their topic how messages ended. One-time codes are passed over: they go to numbers that anybody may have named, and
 * say nothing of the one on record.
 */
public class StatusListener {

    static final String ID = "consumer-service.message-status";

    private static final String ONE_TIME_CODE = "OTP";

    private final BatchListener<MessageStatus> batches;
    private final Inbox inbox;
    private final CountFailures countFailures;

    public StatusListener(Batches batches, Inbox inbox, CountFailures countFailures) {
        this.batches = batches.of(ID, Topics.MESSAGE_STATUS, this::count);
        this.inbox = inbox;
        this.countFailures = countFailures;
    }

    @KafkaListener(id = ID, topics = Topics.Name.MESSAGE_STATUS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<MessageStatus>>> count(List<Received<MessageStatus>> batch) {
        List<Received<MessageStatus>> ends =
                batch.stream().filter(received -> ends(received.value())).toList();
        return ends.isEmpty()
                ? Mono.just(List.of())
                : inbox.firstTime(ID, ends, MessageStatus::getEventId)
                        .flatMap(fresh -> countFailures.count(
                                fresh.stream().flatMap(this::deliveries).toList()))
                        .thenReturn(List.of());
    }

    private boolean ends(MessageStatus status) {
        return !status.getKind().equals(ONE_TIME_CODE)
                && (status.getStep() == MessageStep.DELIVERED
                        || status.getStep() == MessageStep.FAILED
                                && countFailures.blames(String.valueOf(status.getReason())));
    }

    private Stream<Delivery> deliveries(Received<MessageStatus> received) {
        MessageStatus status = received.value();
        return status.getConnectionIds().stream()
                .map(ConnectionId::parse)
                .flatMap(Optional::stream)
                .map(id -> new Delivery(id, status.getStep() == MessageStep.DELIVERED, status.getOccurredAt()));
    }
}
