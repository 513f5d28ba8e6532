package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.DispatchMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** The alert lane. */
public class AlertListener extends LaneListener {

    static final String ID = "notification-service.dispatch-alert";

    public AlertListener(Batches batches, DispatchMessages dispatchMessages) {
        super(ID, Topics.DISPATCH_ALERT, Lane.ALERT, batches, dispatchMessages);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.DISPATCH_ALERT,
            concurrency = "${sampark.dispatch.lanes.alert.listeners}",
            properties = "max.poll.records=${sampark.dispatch.lanes.alert.batch}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        handle(batch);
    }
}
