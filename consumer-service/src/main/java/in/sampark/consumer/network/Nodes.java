package in.sampark.consumer.network;

import in.sampark.consumer.network.domain.Network;
import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeId;
import in.sampark.consumer.network.domain.NodeKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The nodes on record. */
public interface Nodes {

    /** Keeps the network as it is until the caller's transaction ends. Many may do so at once. */
    Mono<Void> keep();

    /**
     * Keeps the network to the caller until its transaction ends. Waits for those who rely on it as it is, so that what they place by
     * it is on record before it changes.
     */
    Mono<Void> take();

    /** What is known of these nodes and of all they hang on. */
    Mono<Network> knownOf(Collection<NodeId> ids);

    /**
     * Saves nodes; joins the caller's transaction.
     *
     * @param nodes each node once
     * @return those that are new or have changed
     */
    Mono<Set<NodeId>> save(List<Node> nodes, Instant at);

    /**
     * An area's nodes of a kind, by their codes' keys: areas it lies in, is or has below it, or what feeds its connections. Of a company all.
     *
     * @param parent key of what they hang on; null for all of the kind
     * @param after key of the last one seen; empty for the first page
     */
    Flux<Node> list(String areaPath, NodeKind kind, @Nullable String parent, String after, int limit);
}
