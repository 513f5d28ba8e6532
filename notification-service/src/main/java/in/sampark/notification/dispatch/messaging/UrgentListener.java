package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.DispatchMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** The urgent lane. */
public class UrgentListener extends LaneListener {

    static final String ID = "notification-service.dispatch-urgent";

    public UrgentListener(Batches batches, DispatchMessages dispatchMessages) {
        super(ID, Topics.DISPATCH_URGENT, Lane.URGENT, batches, dispatchMessages);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.DISPATCH_URGENT,
            concurrency = "${sampark.dispatch.lanes.urgent.listeners}",
            properties = "max.poll.records=${sampark.dispatch.lanes.urgent.batch}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        handle(batch);
    }
}
