package in.sampark.meter.outage.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.Outage;
import in.sampark.meter.outage.RecordOutages;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes outages from the topic of the outage system and the control room. */
public final class OutageListener {

    static final String ID = "meter-service.outages";

    private final BatchListener<Outage> outages;

    public OutageListener(Batches batches, RecordOutages useCase) {
        outages = batches.of(ID, Topics.OUTAGES, useCase::record);
    }

    @KafkaListener(id = ID, topics = Topics.Name.OUTAGES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        outages.handle(batch);
    }
}
