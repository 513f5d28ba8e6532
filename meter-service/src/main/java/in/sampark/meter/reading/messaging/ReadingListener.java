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

    /** In bytes. A few readings cost a transaction as many do; at a steady trickle that is most of what they cost. */
    private static final String A_BATCH_WORTH_ITS_TRANSACTION = "65536";

    private final BatchListener<MeterReading> readings;

    public ReadingListener(Batches batches, RecordReadings useCase) {
        readings = batches.of(ID, Topics.METER_READINGS, useCase::record);
    }

    @KafkaListener(
            id = ID,
            topics = Topics.Name.METER_READINGS,
            concurrency = "${sampark.reading.listeners}",
            properties = {
                "max.poll.records=${sampark.reading.batch}",
                "fetch.min.bytes=" + A_BATCH_WORTH_ITS_TRANSACTION,
                "fetch.max.wait.ms=${sampark.reading.gather-ms}"
            })
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        readings.handle(batch);
    }
}
