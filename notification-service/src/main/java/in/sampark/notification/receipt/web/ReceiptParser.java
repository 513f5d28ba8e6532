package in.sampark.notification.receipt.web;

import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.domain.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads what a provider says became of messages. */
final class ReceiptParser {

    /** A word for a reason; nothing that could be a text or hold a number. */
    private static final Pattern WORD = Pattern.compile("(?!.*\\d{5})[\\w.-]{1,40}");

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final ProviderSettings.Receipts settings;

    ReceiptParser(ProviderSettings.Receipts settings) {
        this.settings = settings;
    }

    /** The objects in what was said, one a receipt. */
    List<JsonNode> entries(JsonNode said) {
        JsonNode batch = settings.batch() == null ? said : said.at(settings.batch());
        return batch.isArray() ? batch.valueStream().toList() : List.of(batch);
    }

    /** A receipt that carries our reference; empty when it is none of ours, or says nothing that moves a message. */
    Optional<Receipt<UUID>> byReference(JsonNode entry) {
        return receipt(entry, settings.reference()).flatMap(receipt -> {
            try {
                return Optional.of(receipt.of(UUID.fromString(receipt.message())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** A receipt that carries the provider's own id; empty when it says nothing that moves a message. */
    Optional<Receipt<String>> byId(JsonNode entry) {
        return receipt(entry, settings.messageId());
    }

    private Optional<Receipt<String>> receipt(JsonNode entry, @Nullable JsonPointer name) {
        String message = text(entry, name);
        String word = text(entry, settings.status());
        MessageState state = settings.words().get(word);
        return state == null || !ID.matcher(message).matches()
                ? Optional.empty()
                : Optional.of(new Receipt<>(
                        message,
                        state,
                        state == MessageState.FAILED ? reason(entry, word) : word,
                        providerMessageId(entry)));
    }

    private @Nullable String providerMessageId(JsonNode entry) {
        String id = text(entry, settings.messageId());
        return ID.matcher(id).matches() ? id : null;
    }

    private String reason(JsonNode entry, String word) {
        String reason = text(entry, settings.reason());
        return WORD.matcher(reason).matches() ? reason : word;
    }

    private static String text(JsonNode entry, @Nullable JsonPointer pointer) {
        return pointer == null ? "" : entry.at(pointer).asString("");
    }
}
