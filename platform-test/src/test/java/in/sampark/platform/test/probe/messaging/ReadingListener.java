package in.sampark.platform.test.probe.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

public class ReadingListener {

    private static final String ID = "meter-service.readings";

    private final BatchListener<MeterReading> readings;

    public ReadingListener(Batches batches, List<String> seen) {
        readings = batches.of(
                ID,
                Topics.METER_READINGS,
                batch -> Mono.fromCallable(() -> {
                    batch.forEach(received -> seen.add(received.value().getConnectionId()));
                    return List.of();
                }));
    }

    @KafkaListener(id = ID, topics = Topics.Name.METER_READINGS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        readings.handle(batch);
    }
}
