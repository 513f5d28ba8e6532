package in.sampark.notification.receipt.domain;

import in.sampark.notification.message.domain.MessageState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a provider reports of a message.
 *
 * @param state DELIVERED or FAILED
 * @param word the provider's own word for it
 */
public record Receipt(UUID messageId, MessageState state, String word) {

    /** One receipt a message: the one that overtakes the others. */
    public static Collection<Receipt> strongest(List<Receipt> receipts) {
        Map<UUID, Receipt> strongest = new LinkedHashMap<>();
        receipts.forEach(receipt -> strongest.merge(
                receipt.messageId(), receipt, (a, b) -> b.state().overtakes().contains(a.state()) ? b : a));
        return strongest.values();
    }
}
