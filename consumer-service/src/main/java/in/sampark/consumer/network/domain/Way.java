package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.Discrepancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way up from the lowest node a place names, level by level, as {@link Network} says. */
final class Way {

    private final Network network;
    private final String discom;
    private final List<String> codes = new ArrayList<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private Optional<Node> below = Optional.empty();
    private boolean moved;

    Way(Network network, String discom) {
        this.network = network;
        this.discom = discom;
    }

    /** Goes on to the next level. @param said the code that was said of it */
    Way to(NodeKind kind, String said) {
        String code = below.map(node -> above(node, kind, said)).orElse(said);
        below = network.find(discom, kind, code);
        codes.add(below.map(node -> node.code().text()).orElse(NodeCode.written(code)));
        return this;
    }

    private String above(Node node, NodeKind kind, String said) {
        String known = String.valueOf(node.parent());
        return switch (moved ? Bearing.AGREES : network.bearing(node, said)) {
            case AGREES -> known;
            case MOVED -> {
                moved = true;
                discrepancies.add(discrepancy(node, kind, said, known, false));
                yield known;
            }
            case CONTRADICTS -> {
                discrepancies.add(discrepancy(node, kind, said, known, true));
                yield said;
            }
        };
    }

    private static Discrepancy discrepancy(Node node, NodeKind kind, String said, String known, boolean kept) {
        return new Discrepancy(kind.title(), said, known, node.kind().title() + " " + node.code(), kept);
    }

    /** The codes of the levels, the lowest first. */
    List<String> codes() {
        return codes;
    }

    List<Discrepancy> discrepancies() {
        return discrepancies;
    }
}
