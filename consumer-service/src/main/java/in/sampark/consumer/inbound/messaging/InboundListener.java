package in.sampark.consumer.inbound.messaging;

import in.sampark.consumer.inbound.TakeAnswers;
import in.sampark.contract.Topics;
import in.sampark.contract.notification.InboundMessage;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes answers from their topic. */
public final class InboundListener {

    public static final String ID = "consumer-service.inbound";

    private final BatchListener<InboundMessage> answers;

    public InboundListener(Batches batches, TakeAnswers useCase) {
        answers = batches.of(ID, Topics.INBOUND, useCase::take);
    }

    @KafkaListener(id = ID, topics = Topics.Name.INBOUND)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        answers.handle(batch);
    }
}
