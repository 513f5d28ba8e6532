package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.DispatchMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** The bulk lane. */
public class BulkListener extends LaneListener {

    static final String ID = "notification-service.dispatch-bulk";

    public BulkListener(Batches batches, DispatchMessages dispatchMessages) {
        super(ID, Topics.DISPATCH_BULK, Lane.BULK, batches, dispatchMessages);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.DISPATCH_BULK,
            concurrency = "${sampark.dispatch.lanes.bulk.listeners}",
            properties = "max.poll.records=${sampark.dispatch.lanes.bulk.batch}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        handle(batch);
    }
}
