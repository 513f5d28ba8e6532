package in.sampark.consumer.network;

import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeId;
import in.sampark.consumer.network.r2dbc.PlacementReviews;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Records what the network master says of nodes; connections are placed anew when that has changed. Joins the caller's transaction. */
public class RecordNodes {

    private final Nodes nodes;
    private final PlacementReviews reviews;
    private final Clock clock;

    RecordNodes(Nodes nodes, PlacementReviews reviews, Clock clock) {
        this.nodes = nodes;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Answers with the nodes that are new or have changed. Of several that say something of one node the last counts. */
    public Mono<Set<NodeId>> record(List<Node> said) {
        if (said.isEmpty()) {
            return Mono.just(Set.of());
        }
        Map<NodeId, Node> last = new LinkedHashMap<>();
        said.forEach(node -> last.merge(node.id(), node, (earlier, later) -> later.after(earlier)));
        return nodes.take()
                .then(Mono.defer(() -> nodes.save(List.copyOf(last.values()), clock.instant())))
                .flatMap(changed -> reviews.demand(companies(changed)).thenReturn(changed));
    }

    private static Set<String> companies(Set<NodeId> changed) {
        return changed.stream().map(NodeId::discom).collect(Collectors.toUnmodifiableSet());
    }
}
