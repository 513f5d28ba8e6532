package in.sampark.campaign.worklist.messaging;

import in.sampark.campaign.worklist.FollowConsumers;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Projected;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes balances from their topic. */
public class BalanceListener {

    static final String ID = "campaign-service.balances";

    private final BatchListener<Balance> batches;
    private final FollowConsumers followConsumers;

    public BalanceListener(Batches batches, FollowConsumers followConsumers) {
        this.batches = batches.of(ID, Topics.BALANCES, this::follow);
        this.followConsumers = followConsumers;
    }

    @KafkaListener(id = ID, topics = Topics.Name.BALANCES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<Balance>>> follow(List<Received<Balance>> batch) {
        return followConsumers
                .balances(batch.stream().map(BalanceListener::projected).toList())
                .thenReturn(List.of());
    }

    private static Projected<Long> projected(Received<Balance> received) {
        return Projected.of(received, Balance::getVersion, Balance::getAvailablePaise);
    }
}
