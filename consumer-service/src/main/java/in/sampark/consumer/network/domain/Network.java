package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.FeedingPoint;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of nodes, and where a connection belongs by it. The lowest node that is known decides what is above it, and how
 * its code is written; what the network does not know stays as it was said.
 */
public record Network(Map<NodeId, Node> nodes) {

    public Network {
        nodes = Map.copyOf(nodes);
    }

    /** What is named where a connection is said to be: its transformer, feeder and substation, and its areas. */
    public static Set<NodeId> namedBy(Site said) {
        FeedingPoint fed = said.feedingPoint();
        String discom = said.discom();
        AreaPath area = said.area();
        return Stream.of(
                        id(discom, NodeKind.DT, fed.dtCode()),
                        id(discom, NodeKind.FEEDER, fed.feederCode()),
                        id(discom, NodeKind.SUBSTATION, fed.substation()),
                        id(discom, NodeKind.SUB_DIVISION, area.subDivision()),
                        id(discom, NodeKind.DIVISION, area.division()),
                        id(discom, NodeKind.CIRCLE, area.circle()),
                        id(discom, NodeKind.ZONE, area.zone()))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The connection where it belongs. */
    public Connection placed(Connection said) {
        Site site = placed(Site.of(said));
        return said.at(site.area(), site.feedingPoint());
    }

    /** The place where a connection belongs that is said to be at another. */
    public Site placed(Site said) {
        return new Site(
                said.discom(), area(said.discom(), said.area()), feedingPoint(said.discom(), said.feedingPoint()));
    }

    private FeedingPoint feedingPoint(String discom, FeedingPoint said) {
        Level transformer = level(discom, NodeKind.DT, said.dtCode());
        Level feeder = level(discom, NodeKind.FEEDER, transformer.parentOr(said.feederCode()));
        Level substation = level(discom, NodeKind.SUBSTATION, feeder.parentOr(said.substation()));
        return new FeedingPoint(substation.code(), feeder.code(), transformer.code());
    }

    private AreaPath area(String discom, AreaPath said) {
        Level subDivision = level(discom, NodeKind.SUB_DIVISION, said.subDivision());
        Level division = level(discom, NodeKind.DIVISION, subDivision.parentOr(said.division()));
        Level circle = level(discom, NodeKind.CIRCLE, division.parentOr(said.circle()));
        Level zone = level(discom, NodeKind.ZONE, circle.parentOr(said.zone()));
        return AreaPath.of(said.discom(), zone.code(), circle.code(), division.code(), subDivision.code());
    }

    private Level level(String discom, NodeKind kind, String said) {
        Optional<Node> known = id(discom, kind, said).map(nodes::get);
        String asSaid = NodeCode.isPlaceholder(said) ? said.toUpperCase(Locale.ROOT) : said;
        return new Level(known.map(node -> node.code().text()).orElse(asSaid), known);
    }

    private static Optional<NodeId> id(String discom, NodeKind kind, String said) {
        return NodeCode.parse(said).map(code -> NodeId.of(discom, kind, code));
    }

    /** A level of a connection's place: its code, and the node that has it. */
    private record Level(String code, Optional<Node> node) {

        String parentOr(String said) {
            return node.map(Node::parent).map(NodeCode::text).orElse(said);
        }
    }
}
