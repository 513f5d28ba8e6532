package in.sampark.consumer.network.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node as the network master has it.
 *
 * @param parent code of what it hangs on; null for what hangs on nothing, see {@link NodeKind#parent}
 * @param name what people call it; null when it has none
 * @param active whether it is in use
 * @param formerParents keys of what it hung on before it was moved
 */
public record Node(
        String discom,
        NodeKind kind,
        NodeCode code,
        @Nullable NodeCode parent,
        @Nullable String name,
        boolean active,
        Set<String> formerParents) {

    /** A node as its master says it. */
    public Node(
            String discom,
            NodeKind kind,
            NodeCode code,
            @Nullable NodeCode parent,
            @Nullable String name,
            boolean active) {
        this(discom, kind, code, parent, name, active, Set.of());
    }

    public Node {
        formerParents = Set.copyOf(formerParents);
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

    /** The node as it is said now, which was said otherwise before. */
    public Node after(Node earlier) {
        Set<String> former = new HashSet<>(earlier.formerParents);
        earlier.parentId().map(NodeId::key).ifPresent(former::add);
        parentId().map(NodeId::key).ifPresent(former::remove);
        return new Node(discom, kind, code, parent, name, active, former);
    }

    /** What it hangs on. */
    public Optional<NodeId> parentId() {
        return kind.parent().flatMap(above -> Optional.ofNullable(parent).map(code -> NodeId.of(discom, above, code)));
    }
}
