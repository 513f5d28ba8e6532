package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topic;
import in.sampark.notification.plan.NoteEvents;
import in.sampark.notification.plan.PlanNotices;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Plans what is told of the events of one topic, each of which concerns one connection; there is one of it for each topic that a rule names. */
public class ConnectionEventListener {

    private final String id;
    private final String topic;
    private final BatchListener<?> batches;

    /** @param asked names of the values that are taken off its events */
    public <T extends SpecificRecord> ConnectionEventListener(
            Topic<T> topic,
            Set<String> asked,
            Batches batches,
            Inbox inbox,
            NoteEvents noteEvents,
            PlanNotices planNotices) {
        this.id = "notification-service." + what(topic);
        this.topic = topic.name();
        OccurrenceMapper mapper = new OccurrenceMapper(topic, asked);
        this.batches = batches.of(
                id,
                topic,
                inbox.once(
                        id,
                        mapper::eventId,
                        mapper::occurrence,
                        happened -> noteEvents.note(happened).then(planNotices.plan(happened))));
    }

    /** Of the listener and its consumer group. */
    public String id() {
        return id;
    }

    /** What it reads. */
    public String topic() {
        return topic;
    }

    @KafkaListener(id = "#{__listener.id()}", topics = "#{__listener.topic()}")
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    /** {@code meter.low-balance.v1} is {@code low-balance}. */
    private static String what(Topic<?> topic) {
        return topic.name().split("\\.")[1];
    }
}
