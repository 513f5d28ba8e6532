package in.sampark.campaign.worklist.messaging;

import in.sampark.campaign.worklist.domain.MissedNotice;
import in.sampark.campaign.worklist.r2dbc.MissedNotices;
import in.sampark.contract.Topics;
import in.sampark.contract.notification.Unreachable;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes note, once, of each notice that nobody could be told. */
public class UnreachableListener {

    static final String ID = "campaign-service.unreachable";

    private final BatchListener<Unreachable> batches;

    public UnreachableListener(Batches batches, Inbox inbox, MissedNotices missedNotices) {
        this.batches = batches.of(
                ID,
                Topics.UNREACHABLE,
                inbox.once(ID, Unreachable::getEventId, UnreachableListener::missed, missedNotices::add));
    }

    @KafkaListener(id = ID, topics = Topics.Name.UNREACHABLE)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static MissedNotice missed(Unreachable unreachable) {
        return new MissedNotice(
                unreachable.getConnectionId(),
                unreachable.getKind(),
                unreachable.getReason().name(),
                unreachable.getOccurredAt());
    }
}
