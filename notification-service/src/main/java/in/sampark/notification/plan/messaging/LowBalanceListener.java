package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.notification.plan.PlanNotices;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Plans what is told when a balance runs low. */
public class LowBalanceListener {

    static final String ID = "notification-service.low-balance";

    private final BatchListener<LowBalance> batches;

    public LowBalanceListener(Batches batches, Inbox inbox, PlanNotices planNotices) {
        this.batches = batches.of(
                ID,
                Topics.LOW_BALANCE,
                inbox.once(ID, LowBalance::getEventId, LowBalanceListener::occurrence, planNotices::plan));
    }

    @KafkaListener(id = ID, topics = Topics.Name.LOW_BALANCE)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static Occurrence occurrence(LowBalance crossed) {
        return new Occurrence(
                Topics.Name.LOW_BALANCE,
                crossed.getEventId(),
                crossed.getOccurredAt(),
                null,
                crossed.getDiscom(),
                crossed.getConnectionId(),
                Map.of(
                        "account", Accounts.of(crossed.getConnectionId()),
                        "unit", crossed.getRungUnit().name(),
                        "rung", Long.toString(crossed.getRungValue()),
                        "available", Long.toString(crossed.getAvailablePaise()),
                        "crossedAt", crossed.getOccurredAt().toString()));
    }
}
