package in.sampark.simulator.sms.trouble;

import in.sampark.simulator.sms.domain.Refusal;
import org.jspecify.annotations.Nullable;

/** How the gateway in trouble answers. */
sealed interface Answer {

    /** As ever. */
    record Usual() implements Answer {}

    /** With an HTTP status of its own. @param retryAfterSeconds when to come again; null when it does not say */
    record Status(int code, @Nullable Long retryAfterSeconds) implements Answer {}

    /** As it answers when this is wrong, in the words of its shape. */
    record Words(Refusal refusal) implements Answer {}

    /** That all is well, and nothing of what was asked. */
    record Nonsense() implements Answer {}

    /** Not at all, while the connection stays open for as long as the sender likes. */
    record Silence() implements Answer {}

    /** Not at all: the connection is closed. */
    record Disconnect() implements Answer {}
}
