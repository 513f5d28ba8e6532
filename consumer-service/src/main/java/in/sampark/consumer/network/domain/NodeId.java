package in.sampark.consumer.network.domain;

/**
 * Identifies a node: its code is there once among the company's nodes of its kind.
 *
 * @param key see {@link NodeCode#key}
 */
public record NodeId(String discom, NodeKind kind, String key) {

    public static NodeId of(String discom, NodeKind kind, NodeCode code) {
        return new NodeId(discom, kind, code.key());
    }

    @Override
    public String toString() {
        return kind.title() + " " + key;
    }
}
