package in.sampark.simulator.feed.messaging;

import in.sampark.contract.Topic;
import org.springframework.core.NestedExceptionUtils;

/** Events could not be put on a topic: no broker, no such topic, or its schema is not registered yet. */
public class NotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 200;

    NotSentException(Topic<?> topic, Throwable cause) {
        super(
                topic.name() + ": not sent (expected: a broker that has the topic, and the subject " + topic.subject()
                        + " registered by the service that reads it): " + reason(cause),
                cause);
    }

    /** The innermost cause, shortened: the registry's client quotes whole schemas. */
    private static String reason(Throwable cause) {
        String reason = NestedExceptionUtils.getMostSpecificCause(cause).toString();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
