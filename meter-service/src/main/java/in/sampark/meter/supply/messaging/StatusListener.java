package in.sampark.meter.supply.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.meter.supply.RecordNotices;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes from the steps of messages which reached the phone. */
public final class StatusListener {

    static final String ID = "meter-service.notices";

    private final BatchListener<MessageStatus> notices;

    public StatusListener(Batches batches, RecordNotices useCase) {
        notices = batches.of(ID, Topics.MESSAGE_STATUS, useCase::messages);
    }

    @KafkaListener(id = ID, topics = Topics.Name.MESSAGE_STATUS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        notices.handle(batch);
    }
}
