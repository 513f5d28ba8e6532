package in.sampark.notification.provider.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing a text to a provider. Reasons are words, never a text or number the provider may have quoted. */
public sealed interface Outcome {

    /** The provider took it. @param providerMessageId its id for it */
    record Accepted(String providerMessageId) implements Outcome {}

    /**
     * The provider surely did not take it, and says why.
     *
     * @param permanent whether it never will
     * @param task what an operator has to do about it; null for nothing
     */
    record Refused(
            String reason, boolean permanent, @Nullable OperatorTask task) implements Outcome {

        /** Of which an operator has nothing to do. */
        public Refused(String reason, boolean permanent) {
            this(reason, permanent, null);
        }
    }

    /** The provider is not well: it takes nothing for now, and surely did not take this. */
    record Unavailable(String reason) implements Outcome {}

    /** Throttled: too much at once. @param retryAfter when to try again; null when the provider does not say */
    record Throttled(@Nullable Duration retryAfter) implements Outcome {}

    /** The answer never came, or says nothing: it may or may not have been taken. */
    record Unknown(String reason) implements Outcome {}

    /** What it is, in a word. */
    default String word() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case Refused refused -> refused.permanent() ? "refused" : "not now";
            case Unavailable unavailable -> "unavailable";
            case Throttled throttled -> "throttled";
            case Unknown unknown -> "unknown";
        };
    }

    /** Whether another provider may be asked at once: this one surely did not take it, and the message is not at fault. */
    default boolean leavesItToOthers() {
        return switch (this) {
            case Accepted accepted -> false;
            case Refused refused -> !refused.permanent();
            case Unavailable unavailable -> true;
            case Throttled throttled -> true;
            case Unknown unknown -> false;
        };
    }

    /** Whether the provider failed. One that refuses reads what it is sent, and may take the next message. */
    default boolean failure() {
        return switch (this) {
            case Accepted accepted -> false;
            case Refused refused -> false;
            case Unavailable unavailable -> true;
            case Throttled throttled -> false;
            case Unknown unknown -> true;
        };
    }
}
