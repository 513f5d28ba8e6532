package in.sampark.notification.outage.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.notification.outage.TakeOutages;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes outages as meter-service recorded them, which judges what is reported of them. A revision not above the one held is no news, whatever it says. */
public class OutageListener {

    static final String ID = "notification-service.outages";

    private final BatchListener<RecordedOutage> batches;
    private final TakeOutages takeOutages;

    public OutageListener(Batches batches, TakeOutages takeOutages) {
        this.batches = batches.of(ID, Topics.RECORDED_OUTAGES, this::take);
        this.takeOutages = takeOutages;
    }

    @KafkaListener(id = ID, topics = Topics.Name.RECORDED_OUTAGES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<RecordedOutage>>> take(List<Received<RecordedOutage>> batch) {
        return takeOutages
                .known(batch.stream().map(Received::key).collect(Collectors.toSet()))
                .flatMap(known -> take(batch, known));
    }

    private Mono<List<Rejected<RecordedOutage>>> take(List<Received<RecordedOutage>> batch, Map<String, Outage> known) {
        Map<String, Long> held = new HashMap<>();
        known.forEach((id, outage) -> held.put(id, outage.latest().revision()));
        var news = new ArrayList<OutageRevision>();
        var rejected = new ArrayList<Rejected<RecordedOutage>>();
        for (Received<RecordedOutage> received : batch) {
            long revision = received.value().getRevision();
            if (revision >= 1 && revision <= held.getOrDefault(received.key(), 0L)) {
                continue;
            }
            try {
                news.add(OutageMapper.revision(received.value()));
                held.put(received.key(), revision);
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected<>(received, String.valueOf(e.getMessage())));
            }
        }
        return takeOutages.take(news, known).thenReturn(rejected);
    }
}
