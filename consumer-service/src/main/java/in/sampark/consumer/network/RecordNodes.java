package in.sampark.consumer.network;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
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

    private static final int NAMED_AT_MOST = 20;

    private final Nodes nodes;
    private final PlacementReviews reviews;
    private final AuditTrail trail;
    private final Clock clock;

    RecordNodes(Nodes nodes, PlacementReviews reviews, AuditTrail trail, Clock clock) {
        this.nodes = nodes;
        this.reviews = reviews;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Answers with the nodes that are new or have changed. Of several that say something of one node the last counts.
     *
     * @param by who says it
     */
    public Mono<Set<NodeId>> record(List<Node> said, Actor by) {
        if (said.isEmpty()) {
            return Mono.just(Set.of());
        }
        Map<NodeId, Node> last = new LinkedHashMap<>();
        said.forEach(node -> last.merge(node.id(), node, (earlier, later) -> later.after(earlier)));
        return nodes.take()
                .then(Mono.defer(() -> nodes.save(List.copyOf(last.values()), clock.instant())))
                .flatMap(changed -> reviews.demand(companies(changed))
                        .then(Mono.defer(() -> trail.note(entries(changed, by))))
                        .thenReturn(changed));
    }

    /** One for each company: a list may have half a million lines. */
    private static List<AuditEntry> entries(Set<NodeId> changed, Actor by) {
        return companies(changed).stream()
                .map(company -> AuditEntry.ofArea(by, AuditAction.NETWORK_CHANGED, company)
                        .with(named(changed.stream()
                                .filter(node -> node.discom().equals(company))
                                .toList())))
                .toList();
    }

    private static String named(List<NodeId> nodes) {
        return nodes.stream()
                .map(NodeId::toString)
                .sorted()
                .limit(NAMED_AT_MOST)
                .collect(
                        Collectors.joining(", ", nodes.size() + " nodes: ", nodes.size() > NAMED_AT_MOST ? ", …" : ""));
    }

    private static Set<String> companies(Set<NodeId> changed) {
        return changed.stream().map(NodeId::discom).collect(Collectors.toUnmodifiableSet());
    }
}
