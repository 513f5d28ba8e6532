package in.sampark.meter.connection.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.meter.connection.ProjectConnections;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Follows consumer-service's connections. */
public final class ConnectionListener {

    static final String ID = "meter-service.connections";

    private final BatchListener<Connection> connections;

    public ConnectionListener(Batches batches, ProjectConnections useCase) {
        connections = batches.of(ID, Topics.CONNECTIONS, useCase::project);
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONNECTIONS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        connections.handle(batch);
    }
}
