package in.sampark.meter.bill.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.BillPayment;
import in.sampark.meter.bill.RecordBillPayments;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes payments of bills from their topic. */
public final class BillPaymentListener {

    static final String ID = "meter-service.bill-payments";

    private final BatchListener<BillPayment> payments;

    public BillPaymentListener(Batches batches, RecordBillPayments useCase) {
        payments = batches.of(ID, Topics.BILL_PAYMENTS, useCase::record);
    }

    @KafkaListener(id = ID, topics = Topics.Name.BILL_PAYMENTS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        payments.handle(batch);
    }
}
