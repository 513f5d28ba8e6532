package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a node as somebody else wrote it. */
public sealed interface NodeReading {

    /** It says something of a node. */
    record Good(Node node) implements NodeReading {}

    /** It does not, and why. */
    record Bad(String reason) implements NodeReading {}

    /**
     * Reads a node.
     *
     * @param kind nothing when the kind is not known
     * @param parent null or blank for none
     * @param name null or blank for none
     */
    static NodeReading of(
            String discom,
            Optional<NodeKind> kind,
            String code,
            @Nullable String parent,
            @Nullable String name,
            boolean active) {
        if (!ConnectionId.isPart(discom)) {
            return new Bad("discom: " + discom + " (expected: the code of a company)");
        }
        if (kind.isEmpty()) {
            return new Bad("kind: not known (expected: a level of the area tree or of the supply network)");
        }
        Optional<NodeCode> own = NodeCode.parse(code);
        if (own.isEmpty()) {
            return new Bad("code: " + code + " (expected: 1 to 64 characters without a slash, not a word for none)");
        }
        Optional<String> said = Optional.ofNullable(parent).filter(text -> !text.isBlank());
        Optional<NodeCode> above = said.flatMap(NodeCode::parse);
        if (above.isPresent() != kind.get().parent().isPresent()) {
            return new Bad("parent of %s %s: %s (expected: %s)"
                    .formatted(
                            kind.get().title(),
                            own.get(),
                            said.orElse("none"),
                            kind.get()
                                    .parent()
                                    .map(it -> "the code of a " + it.title())
                                    .orElse("none")));
        }
        return new Good(new Node(
                discom,
                kind.get(),
                own.get(),
                above.orElse(null),
                name == null || name.isBlank() ? null : name.strip(),
                active));
    }
}
