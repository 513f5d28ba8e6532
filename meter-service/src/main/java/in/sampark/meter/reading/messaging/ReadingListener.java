package in.sampark.meter.reading.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.reading.RecordReadings;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes readings from the head-end's topic. */
public final class ReadingListener {

    static final String ID = "meter-service.readings";

    private final BatchListener<MeterReading> readings;

    public ReadingListener(Batches batches, RecordReadings useCase) {
        readings = batches.of(ID, Topics.METER_READINGS, useCase::record);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.METER_READINGS,
            concurrency = "${sampark.reading.listeners}",
            properties = "max.poll.records=${sampark.reading.batch}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        readings.handle(batch);
    }
}
