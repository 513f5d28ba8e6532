package in.sampark.notification.message.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are looked for; null wherever any will do.
 *
 * @param connectionId they speak of it
 * @param numberHashes keyed hashes of the number they went to, of all keys there are; empty for any number
 * @param eventId they tell of it
 * @param state their present one
 * @param from what they tell happened then or later
 * @param to and before
 */
public record MessageFilter(
        @Nullable String connectionId,
        List<String> numberHashes,
        @Nullable String eventId,
        @Nullable String kind,
        @Nullable String provider,
        @Nullable MessageState state,
        Instant from,
        Instant to) {

    public MessageFilter {
        numberHashes = List.copyOf(numberHashes);
    }

    /** Whether it names whom they speak of, so that there are few. */
    public boolean narrow() {
        return connectionId != null || !numberHashes.isEmpty();
    }
}
