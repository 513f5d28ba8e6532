package in.sampark.consumer.network;

import in.sampark.consumer.connection.Places;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.network.domain.Network;
import in.sampark.consumer.network.domain.NodeId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Places connections by the nodes they name, see {@link Network}. */
class PlaceConnections implements Places {

    private final Nodes nodes;

    PlaceConnections(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Mono<List<Connection>> placed(List<Connection> said) {
        Set<NodeId> named =
                said.stream().flatMap(one -> Network.namedBy(one).stream()).collect(Collectors.toUnmodifiableSet());
        return nodes.keep()
                .then(Mono.defer(() -> nodes.knownOf(named)))
                .map(network -> said.stream().map(network::placed).toList());
    }
}
