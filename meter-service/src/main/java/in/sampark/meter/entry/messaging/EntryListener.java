package in.sampark.meter.entry.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.meter.entry.BookEntries;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes entries from the billing system's topic. */
public final class EntryListener {

    static final String ID = "meter-service.account-entries";

    private final BatchListener<AccountEntry> entries;

    public EntryListener(Batches batches, BookEntries useCase) {
        entries = batches.of(ID, Topics.ACCOUNT_ENTRIES, useCase::book);
    }

    @KafkaListener(id = ID, topics = Topics.Name.ACCOUNT_ENTRIES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        entries.handle(batch);
    }
}
