package in.sampark.consumer.network;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeReading;
import in.sampark.consumer.network.messaging.NetworkListener;
import in.sampark.consumer.network.messaging.NodeRecords;
import in.sampark.contract.Topics;
import in.sampark.contract.utility.NetworkNode;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Takes nodes from the network master's topic, each event once. */
public class TakeNodes {

    private static final Actor MASTER = new Actor(Topics.Name.NETWORK, "network-master");

    private final Inbox inbox;
    private final RecordNodes recordNodes;

    TakeNodes(Inbox inbox, RecordNodes recordNodes) {
        this.inbox = inbox;
        this.recordNodes = recordNodes;
    }

    /** Joins the caller's transaction; answers with what says nothing of a node. */
    public Mono<List<Rejected<NetworkNode>>> take(List<Received<NetworkNode>> batch) {
        return inbox.firstTime(NetworkListener.ID, batch, NetworkNode::getEventId)
                .flatMap(this::takeNew);
    }

    private Mono<List<Rejected<NetworkNode>>> takeNew(List<Received<NetworkNode>> batch) {
        List<Node> nodes = new ArrayList<>();
        List<Rejected<NetworkNode>> rejected = new ArrayList<>();
        for (Received<NetworkNode> received : batch) {
            switch (NodeRecords.read(received.value())) {
                case NodeReading.Good(Node node) -> nodes.add(node);
                case NodeReading.Bad(String reason) -> rejected.add(new Rejected<>(received, reason));
            }
        }
        return recordNodes.record(nodes, MASTER).thenReturn(rejected);
    }
}
