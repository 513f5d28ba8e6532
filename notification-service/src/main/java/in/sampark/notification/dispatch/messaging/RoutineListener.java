package in.sampark.notification.dispatch.messaging;

import in.sampark.contract.Topics;
import in.sampark.notification.dispatch.DispatchMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** The routine lane. */
public class RoutineListener extends LaneListener {

    static final String ID = "notification-service.dispatch-routine";

    public RoutineListener(Batches batches, DispatchMessages dispatchMessages) {
        super(ID, Topics.DISPATCH_ROUTINE, Lane.ROUTINE, batches, dispatchMessages);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.DISPATCH_ROUTINE,
            concurrency = "${sampark.dispatch.lanes.routine.listeners}",
            properties = "max.poll.records=${sampark.dispatch.lanes.routine.batch}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        handle(batch);
    }
}
