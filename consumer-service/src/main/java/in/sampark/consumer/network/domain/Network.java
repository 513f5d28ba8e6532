package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.FeedingPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of nodes, and where a connection belongs by it. From the lowest node that is known the way goes up:
 *
 * <ol>
 *   <li>What is said above a node and names what the network has there, by its code or its name, however written, or names nothing, is as the
 *       network has it.
 *   <li>What names where the node hung before was overtaken by its move: the connection has moved along.
 *   <li>What names anything else stays as it was said. Codes are there twice in real networks, and a code that is somebody else's must not take a
 *       connection out of the area, or off the feeder, that is said of it. {@link Finding.Reason#ELSEWHERE} and a discrepancy tell of it.
 *   <li>What is above a node the network does not know stays as it was said.
 * </ol>
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
        Site site = placed(Site.of(said)).site();
        return said.at(site.area(), site.feedingPoint());
    }

    /** The place where a connection belongs that is said to be at another. */
    public Placement placed(Site said) {
        String discom = said.discom();
        FeedingPoint fed = said.feedingPoint();
        AreaPath area = said.area();
        Way supply = new Way(this, discom)
                .to(NodeKind.DT, fed.dtCode())
                .to(NodeKind.FEEDER, fed.feederCode())
                .to(NodeKind.SUBSTATION, fed.substation());
        Way administration = new Way(this, discom)
                .to(NodeKind.SUB_DIVISION, area.subDivision())
                .to(NodeKind.DIVISION, area.division())
                .to(NodeKind.CIRCLE, area.circle())
                .to(NodeKind.ZONE, area.zone());
        return new Placement(
                new Site(discom, area(area.discom(), administration.codes()), feedingPoint(supply.codes())),
                Stream.of(administration, supply)
                        .flatMap(way -> way.discrepancies().stream())
                        .toList());
    }

    private static FeedingPoint feedingPoint(List<String> upwards) {
        return new FeedingPoint(upwards.get(2), upwards.get(1), upwards.get(0));
    }

    private static AreaPath area(String discom, List<String> upwards) {
        return AreaPath.of(discom, upwards.get(3), upwards.get(2), upwards.get(1), upwards.get(0));
    }

    /** How what is said to be above a node bears on what is known of it. */
    Bearing bearing(Node node, String said) {
        if (NodeCode.isPlaceholder(said) || node.parentId().stream().anyMatch(above -> isNamed(above, said))) {
            return Bearing.AGREES;
        }
        return NodeCode.parse(said)
                        .map(NodeCode::key)
                        .filter(node.formerParents()::contains)
                        .isPresent()
                ? Bearing.MOVED
                : Bearing.CONTRADICTS;
    }

    /** Whether a text means a node; that of another node's code never does. */
    private boolean isNamed(NodeId node, String said) {
        Optional<NodeId> exactly = id(node.discom(), node.kind(), said);
        if (exactly.filter(nodes::containsKey).isPresent()) {
            return exactly.get().equals(node);
        }
        String name = Optional.ofNullable(nodes.get(node)).map(Node::name).orElse(node.key());
        return NodeCode.sameLetters(said, node.key()) || NodeCode.sameLetters(said, name);
    }

    /** The node of that code, if it is known. */
    Optional<Node> find(String discom, NodeKind kind, String code) {
        return id(discom, kind, code).map(nodes::get);
    }

    private static Optional<NodeId> id(String discom, NodeKind kind, String said) {
        return NodeCode.parse(said).map(code -> NodeId.of(discom, kind, code));
    }
}
