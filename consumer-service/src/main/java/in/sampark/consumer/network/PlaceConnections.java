package in.sampark.consumer.network;

import in.sampark.consumer.connection.Places;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.Placed;
import in.sampark.consumer.network.domain.Network;
import in.sampark.consumer.network.domain.NodeId;
import in.sampark.consumer.network.domain.Placement;
import in.sampark.consumer.network.domain.Site;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Places connections by the nodes they name, see {@link Network}; neighbours at once. */
class PlaceConnections implements Places {

    private final Nodes nodes;

    PlaceConnections(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Mono<List<Placed>> placed(List<Connection> said) {
        Set<Site> sites = said.stream().map(Site::of).collect(Collectors.toUnmodifiableSet());
        Set<NodeId> named =
                sites.stream().flatMap(site -> Network.namedBy(site).stream()).collect(Collectors.toUnmodifiableSet());
        return nodes.keep()
                .then(Mono.defer(() -> nodes.knownOf(named)))
                .map(network -> sites.stream().collect(Collectors.toMap(site -> site, network::placed)))
                .map(placed -> said.stream()
                        .map(one -> at(Objects.requireNonNull(placed.get(Site.of(one))), one))
                        .toList());
    }

    private static Placed at(Placement placement, Connection one) {
        Site site = placement.site();
        return new Placed(one.at(site.area(), site.feedingPoint()), placement.discrepancies());
    }
}
