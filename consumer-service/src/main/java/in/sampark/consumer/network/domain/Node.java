package in.sampark.consumer.network.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node as the network master has it.
 *
 * @param parent code of what it hangs on; null for what hangs on nothing, see {@link NodeKind#parent}
 * @param name what people call it; null when it has none
 * @param active whether it is in use
 */
public record Node(
        String discom,
        NodeKind kind,
        NodeCode code,
        @Nullable NodeCode parent,
        @Nullable String name,
        boolean active) {

    public Node {
        if (kind.parent().isPresent() != (parent != null)) {
            throw new IllegalArgumentException("parent of %s %s: %s (expected: %s)"
                    .formatted(
                            kind.title(),
                            code,
                            parent == null ? "none" : parent,
                            kind.parent()
                                    .map(above -> "the code of its " + above.title())
                                    .orElse("none")));
        }
    }

    public NodeId id() {
        return NodeId.of(discom, kind, code);
    }

    /** What it hangs on. */
    public Optional<NodeId> parentId() {
        return kind.parent().flatMap(above -> Optional.ofNullable(parent).map(code -> NodeId.of(discom, above, code)));
    }
}
