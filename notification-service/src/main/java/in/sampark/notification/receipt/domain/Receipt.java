package in.sampark.notification.receipt.domain;

import in.sampark.notification.message.domain.MessageState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reports of a message.
 *
 * @param <N> what it names the message by
 * @param state DELIVERED or FAILED
 * @param word the provider's own word for it
 * @param providerMessageId what the provider calls the message; null when it did not say
 */
public record Receipt<N>(
        N message,
        MessageState state,
        String word,
        @Nullable String providerMessageId) {

    /** One receipt a message: the one that overtakes the others. */
    public static <N> Collection<Receipt<N>> strongest(List<Receipt<N>> receipts) {
        Map<N, Receipt<N>> strongest = new LinkedHashMap<>();
        receipts.forEach(receipt -> strongest.merge(
                receipt.message(), receipt, (a, b) -> b.state().overtakes().contains(a.state()) ? b : a));
        return strongest.values();
    }

    /** The same of the message by another name. */
    public <M> Receipt<M> of(M other) {
        return new Receipt<>(other, state, word, providerMessageId);
    }
}
