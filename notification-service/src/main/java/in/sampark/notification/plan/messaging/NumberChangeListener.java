package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.NumberChangeRequested;
import in.sampark.notification.plan.PlanNotices;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Tells the number on record that another is to replace it. */
public class NumberChangeListener {

    static final String ID = "notification-service.number-changes";

    private final BatchListener<NumberChangeRequested> batches;
    private final Inbox inbox;
    private final PlanNotices planNotices;

    public NumberChangeListener(Batches batches, Inbox inbox, PlanNotices planNotices) {
        this.batches = batches.of(ID, Topics.NUMBER_CHANGES, this::plan);
        this.inbox = inbox;
        this.planNotices = planNotices;
    }

    @KafkaListener(id = ID, topics = Topics.Name.NUMBER_CHANGES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<NumberChangeRequested>>> plan(List<Received<NumberChangeRequested>> batch) {
        return inbox.firstTime(ID, batch, NumberChangeRequested::getEventId)
                .flatMap(fresh -> planNotices.plan(
                        fresh.stream().map(one -> occurrence(one.value())).toList()))
                .thenReturn(List.of());
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
