package in.sampark.notification.receipt.web;

import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.domain.Receipt;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads the entries a provider posts. */
final class ReceiptParser {

    private final ProviderSettings.Receipts settings;
    private final JsonPointer reference;
    private final JsonPointer status;

    ReceiptParser(ProviderSettings.Receipts settings) {
        this.settings = settings;
        this.reference = JsonPointer.compile(settings.reference());
        this.status = JsonPointer.compile(settings.status());
    }

    /** The receipt in an entry; empty when it is none of ours, or says nothing that moves a message. */
    Optional<Receipt> receipt(JsonNode entry) {
        String word = entry.at(status).asString("");
        MessageState state = settings.words().get(word);
        if (state == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Receipt(UUID.fromString(entry.at(reference).asString("")), state, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
