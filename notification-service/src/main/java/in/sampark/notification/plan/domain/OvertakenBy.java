package in.sampark.notification.plan.domain;

import java.util.Map;
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
     * @param topic of that event
     * @param same the value that both must share besides the connection, e.g. the bill's number; null for none
     */
    record LaterEvent(String topic, @Nullable String same) implements OvertakenBy {

        /** What events with these values are about, within their connection. */
        public String matter(Map<String, String> values) {
            return same == null ? "" : values.getOrDefault(same, "");
        }
    }
}
