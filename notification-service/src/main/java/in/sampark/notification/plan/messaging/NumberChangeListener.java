package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.NumberChangeRequested;
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

/** Tells the number on record that another is to replace it. */
public class NumberChangeListener {

    static final String ID = "notification-service.number-changes";

    private final BatchListener<NumberChangeRequested> batches;

    public NumberChangeListener(Batches batches, Inbox inbox, PlanNotices planNotices) {
        this.batches = batches.of(
                ID,
                Topics.NUMBER_CHANGES,
                inbox.once(ID, NumberChangeRequested::getEventId, NumberChangeListener::occurrence, planNotices::plan));
    }

    @KafkaListener(id = ID, topics = Topics.Name.NUMBER_CHANGES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static Occurrence occurrence(NumberChangeRequested change) {
        return new Occurrence(
                Topics.Name.NUMBER_CHANGES,
                change.getEventId(),
                change.getOccurredAt(),
                null,
                change.getDiscom(),
                change.getConnectionId(),
                Map.of(
                        "account", Accounts.of(change.getConnectionId()),
                        "newNumber", change.getNewNumberEnding(),
                        "refuseBefore", change.getRefuseBefore().toString()));
    }
}
