package in.sampark.meter.recharge.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.Recharge;
import in.sampark.meter.recharge.CreditRecharges;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes recharges from the payment gateway's topic. */
public final class RechargeListener {

    static final String ID = "meter-service.recharges";

    private final BatchListener<Recharge> recharges;

    public RechargeListener(Batches batches, CreditRecharges useCase) {
        recharges = batches.of(ID, Topics.RECHARGES, useCase::credit);
    }

    @KafkaListener(id = ID, topics = Topics.Name.RECHARGES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        recharges.handle(batch);
    }
}
