package in.sampark.campaign.worklist.messaging;

import in.sampark.campaign.worklist.FollowConsumers;
import in.sampark.campaign.worklist.domain.ConnectionState;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Projected;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes connections from their topic. */
public class ConnectionListener {

    static final String ID = "campaign-service.connections";

    private final BatchListener<Connection> batches;
    private final FollowConsumers followConsumers;

    public ConnectionListener(Batches batches, FollowConsumers followConsumers) {
        this.batches = batches.of(ID, Topics.CONNECTIONS, this::follow);
        this.followConsumers = followConsumers;
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONNECTIONS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<Connection>>> follow(List<Received<Connection>> batch) {
        return followConsumers
                .connections(batch.stream().map(ConnectionListener::projected).toList())
                .thenReturn(List.of());
    }

    private static Projected<ConnectionState> projected(Received<Connection> received) {
        return Projected.of(received, Connection::getVersion, ConnectionListener::state);
    }

    private static ConnectionState state(Connection connection) {
        return new ConnectionState(
                connection.getAccountNo(),
                connection.getAreaPath(),
                connection.getSubstation(),
                connection.getFeederCode(),
                connection.getDtCode(),
                connection.getSupplyTo(),
                connection.getOccurredAt());
    }
}
