package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.notification.plan.NoteRecharges;
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

/** Plans what is told when money arrives, and takes note of when it did. */
public class RechargeListener {

    static final String ID = "notification-service.recharge-credited";

    private final BatchListener<RechargeCredited> batches;

    public RechargeListener(Batches batches, Inbox inbox, NoteRecharges noteRecharges, PlanNotices planNotices) {
        this.batches = batches.of(
                ID,
                Topics.RECHARGE_CREDITED,
                inbox.once(
                        ID,
                        RechargeCredited::getEventId,
                        RechargeListener::occurrence,
                        recharged -> noteRecharges.note(recharged).then(planNotices.plan(recharged))));
    }

    @KafkaListener(id = ID, topics = Topics.Name.RECHARGE_CREDITED)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static Occurrence occurrence(RechargeCredited credited) {
        return new Occurrence(
                Topics.Name.RECHARGE_CREDITED,
                credited.getEventId(),
                credited.getOccurredAt(),
                null,
                credited.getDiscom(),
                credited.getConnectionId(),
                Map.of(
                        "account", Accounts.of(credited.getConnectionId()),
                        "amount", Long.toString(credited.getAmountPaise()),
                        "arrears", Long.toString(credited.getArrearsPaise()),
                        "available", Long.toString(credited.getAvailablePaise()),
                        "paidAt", credited.getOccurredAt().toString()));
    }
}
