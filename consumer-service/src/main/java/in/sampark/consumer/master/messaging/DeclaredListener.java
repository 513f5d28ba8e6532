package in.sampark.consumer.master.messaging;

import in.sampark.consumer.master.TakeDeclared;
import in.sampark.contract.Topics;
import in.sampark.contract.utility.DeclaredConnection;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes connections from the billing master's topic. */
public final class DeclaredListener {

    public static final String ID = "consumer-service.declared-connections";

    private final BatchListener<DeclaredConnection> declared;

    public DeclaredListener(Batches batches, TakeDeclared useCase) {
        declared = batches.of(ID, Topics.DECLARED_CONNECTIONS, useCase::take);
    }

    @KafkaListener(id = ID, topics = Topics.Name.DECLARED_CONNECTIONS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        declared.handle(batch);
    }
}
