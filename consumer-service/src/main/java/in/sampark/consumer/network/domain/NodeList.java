package in.sampark.consumer.network.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of nodes as it is read, line by line. Real lists name a node twice: often the same way, or once as it was and once as it is.
 * Not safe for use by several threads.
 */
public final class NodeList {

    /** What is to be done with a line. */
    public sealed interface Verdict {

        /** It says something new. */
        record Take(Node node) implements Verdict {}

        /** It says what an earlier line said, or what is no longer so. */
        record PassBy() implements Verdict {}

        /** It contradicts an earlier line. */
        record Reject(String reason) implements Verdict {}
    }

    private record Seen(@Nullable NodeCode parent, boolean active, long line) {}

    private final Map<NodeId, Seen> seen = new HashMap<>();

    /** Judges the next line. A node in use counts more than the same out of use; of two in use the first counts. */
    public Verdict next(Node node, long line) {
        Seen earlier = seen.get(node.id());
        if (earlier == null || (node.active() && !earlier.active())) {
            seen.put(node.id(), new Seen(node.parent(), node.active(), line));
            return new Verdict.Take(node);
        }
        boolean same = key(earlier.parent()).equals(key(node.parent()));
        return same || !node.active()
                ? new Verdict.PassBy()
                : new Verdict.Reject("parent of %s %s: %s (expected: %s, as line %d has it)"
                        .formatted(node.kind().title(), node.code(), node.parent(), earlier.parent(), earlier.line()));
    }

    private static String key(@Nullable NodeCode code) {
        return code == null ? "" : code.key();
    }
}
