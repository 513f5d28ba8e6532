package in.sampark.notification.plan.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a notice untrue before it is sent. */
public sealed interface OvertakenBy {

    /** It stays true. */
    record Nothing() implements OvertakenBy {}

    /** What consumers are told next of the same subject. */
    record LaterNews() implements OvertakenBy {}

    /**
     * A later event of the same connection.
     *
     * @param topics of that event: any of them, at least one
     * @param same the value that both must share besides the connection, e.g. the bill's number; null for none
     */
    record LaterEvent(Set<String> topics, @Nullable String same) implements OvertakenBy {

        public LaterEvent {
            topics = Set.copyOf(topics);
            if (topics.isEmpty()) {
                throw new IllegalArgumentException("topics: none (expected: at least one)");
            }
        }

        /** What events with these values are about, within their connection. */
        public String matter(Map<String, String> values) {
            return same == null ? "" : values.getOrDefault(same, "");
        }
    }
}
