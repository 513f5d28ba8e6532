package in.sampark.notification.provider.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing a text to a provider. Reasons are words, never a text or number the provider may have quoted. */
public sealed interface Outcome {

    /** The provider took it. @param providerMessageId its id for it */
    record Accepted(String providerMessageId) implements Outcome {}

    /**
     * The provider surely did not take it.
     *
     * @param permanent whether it never will
     */
    record Refused(String reason, boolean permanent) implements Outcome {}

    /** Throttled: too much at once. @param retryAfter when to try again; null when the provider does not say */
    record Throttled(@Nullable Duration retryAfter) implements Outcome {}

    /** The answer never came, or says nothing: it may or may not have been taken. */
    record Unknown(String reason) implements Outcome {}
}
