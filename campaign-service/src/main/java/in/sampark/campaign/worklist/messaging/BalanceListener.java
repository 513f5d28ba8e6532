package in.sampark.campaign.worklist.messaging;

import in.sampark.campaign.worklist.FollowConsumers;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.platform.messaging.BatchHandler;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes balances from their topic. */
public class BalanceListener {

    static final String ID = "campaign-service.balances";

    private final BatchListener<Balance> batches;

    public BalanceListener(Batches batches, FollowConsumers followConsumers) {
        this.batches = batches.of(
                ID,
                Topics.BALANCES,
                BatchHandler.projecting(Balance::getVersion, Balance::getAvailablePaise, followConsumers::balances));
    }

    @KafkaListener(id = ID, topics = Topics.Name.BALANCES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }
}
