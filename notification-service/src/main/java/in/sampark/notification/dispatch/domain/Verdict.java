package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.recipient.domain.Reach;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a message after an attempt. */
public sealed interface Verdict {

    /** The provider took it. */
    record Accepted(String providerMessageId) implements Verdict {}

    /** The provider surely did not take it; it is tried again after a pause. */
    record Retry(String reason, Duration pause) implements Verdict {}

    /** Nobody knows. It waits for a receipt; the first time it is tried once more after a pause. */
    record Unknown(String reason, Duration pause) implements Verdict {}

    /** It will never be taken. */
    record Failed(String reason) implements Verdict {}

    /** It came too late. */
    record Expired() implements Verdict {}

    /** It is no longer true. */
    record Suppressed(String reason) implements Verdict {}

    /** Nobody may be told any more; it is kept while it matters. */
    record Unreachable(Reach.Reason why) implements Verdict {}

    /** The state it leads to. */
    default MessageState state() {
        return switch (this) {
            case Accepted accepted -> MessageState.ACCEPTED;
            case Retry retry -> MessageState.RETRYING;
            case Unknown unknown -> MessageState.UNKNOWN;
            case Failed failed -> MessageState.FAILED;
            case Expired expired -> MessageState.EXPIRED;
            case Suppressed suppressed -> MessageState.SUPPRESSED;
            case Unreachable unreachable -> MessageState.UNREACHABLE;
        };
    }

    /** Why; null where the state says it all. */
    default @Nullable String reason() {
        return switch (this) {
            case Accepted accepted -> null;
            case Retry(String why, Duration pause) -> why;
            case Unknown(String why, Duration pause) -> why;
            case Failed(String why) -> why;
            case Expired expired -> null;
            case Suppressed(String why) -> why;
            case Unreachable(Reach.Reason why) -> why.name();
        };
    }
}
