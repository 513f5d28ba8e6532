package in.sampark.meter.bill.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.Bill;
import in.sampark.meter.bill.RecordBills;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes bills from the billing system's topic. */
public final class BillListener {

    static final String ID = "meter-service.bills";

    private final BatchListener<Bill> bills;

    public BillListener(Batches batches, RecordBills useCase) {
        bills = batches.of(ID, Topics.BILLS, useCase::record);
    }

    @KafkaListener(id = ID, topics = Topics.Name.BILLS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        bills.handle(batch);
    }
}
