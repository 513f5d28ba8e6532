package in.sampark.meter.supply.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.SupplyReport;
import in.sampark.meter.supply.RecordSupply;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes what the head-end says of switches. */
public final class SupplyListener {

    static final String ID = "meter-service.supply";

    private final BatchListener<SupplyReport> supply;

    public SupplyListener(Batches batches, RecordSupply useCase) {
        supply = batches.of(ID, Topics.SUPPLY, useCase::record);
    }

    @KafkaListener(id = ID, topics = Topics.Name.SUPPLY)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        supply.handle(batch);
    }
}
