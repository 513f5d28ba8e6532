package in.sampark.consumer.network.web;

import in.sampark.consumer.network.domain.Node;
import org.jspecify.annotations.Nullable;

/** A node as staff see it. */
record NodeView(
        String kind,
        String code,
        @Nullable String parent,
        @Nullable String name,
        boolean active) {

    static NodeView of(Node node) {
        return new NodeView(
                node.kind().title(),
                node.code().text(),
                node.parent() == null ? null : node.parent().text(),
                node.name(),
                node.active());
    }
}
