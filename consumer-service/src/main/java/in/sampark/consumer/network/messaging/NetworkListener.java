package in.sampark.consumer.network.messaging;

import in.sampark.consumer.network.TakeNodes;
import in.sampark.contract.Topics;
import in.sampark.contract.utility.NetworkNode;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes nodes from the network master's topic. */
public final class NetworkListener {

    public static final String ID = "consumer-service.network";

    private final BatchListener<NetworkNode> nodes;

    public NetworkListener(Batches batches, TakeNodes useCase) {
        nodes = batches.of(ID, Topics.NETWORK, useCase::take);
    }

    @KafkaListener(id = ID, topics = Topics.Name.NETWORK)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        nodes.handle(batch);
    }
}
