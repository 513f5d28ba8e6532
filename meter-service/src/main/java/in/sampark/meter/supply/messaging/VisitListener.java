package in.sampark.meter.supply.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.campaign.Visit;
import in.sampark.meter.supply.RecordNotices;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes from visits which handed over a notice. */
public final class VisitListener {

    static final String ID = "meter-service.visits";

    private final BatchListener<Visit> visits;

    public VisitListener(Batches batches, RecordNotices useCase) {
        visits = batches.of(ID, Topics.VISITS, useCase::visits);
    }

    @KafkaListener(id = ID, topics = Topics.Name.VISITS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        visits.handle(batch);
    }
}
