package in.sampark.notification.recipient.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.notification.recipient.ProjectConnections;
import in.sampark.notification.recipient.domain.ConnectionState;
import in.sampark.platform.messaging.BatchHandler;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes connections from their topic. */
public class ConnectionListener {

    static final String ID = "notification-service.connections";

    private final BatchListener<Connection> batches;

    public ConnectionListener(Batches batches, ProjectConnections projectConnections) {
        this.batches = batches.of(
                ID,
                Topics.CONNECTIONS,
                BatchHandler.projecting(
                        Connection::getVersion, ConnectionListener::state, projectConnections::project));
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONNECTIONS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static ConnectionState state(Connection connection) {
        return new ConnectionState(
                connection.getDiscom(),
                connection.getAccountNo(),
                connection.getAreaPath(),
                connection.getSubstation(),
                connection.getFeederCode(),
                connection.getDtCode(),
                connection.getBillingMode().name(),
                connection.getMeterNo());
    }
}
