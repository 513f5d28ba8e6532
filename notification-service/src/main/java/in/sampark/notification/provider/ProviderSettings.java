package in.sampark.notification.provider;

import in.sampark.notification.message.domain.MessageState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import tools.jackson.core.JsonPointer;

/** @param providers those who carry messages, by name */
@Validated
@ConfigurationProperties("sampark")
public record ProviderSettings(@NotEmpty Map<String, @Valid Provider> providers) {

    /** The settings of one provider, if there is one of that name. */
    public Optional<Provider> find(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    /**
     * One provider. How messages are handed over to it stands beside, under the name of its protocol.
     *
     * @param receipts how it reports what became of them
     * @param rate how many messages a second it takes, from all instances together; null for any number
     * @param reserve percentage of them that is left by lanes where nobody in particular waits
     */
    public record Provider(
            @NotNull @Valid Receipts receipts,
            @Min(1) @Nullable Integer rate,
            @Min(0) @Max(90) @DefaultValue("20") int reserve) {}

    /**
     * Receipts a provider brings: by GET or POST to {@code /webhooks/sms/<its name>/receipts}, with a secret that it shows in a header
     * or in a parameter of the URL. What it says is a JSON object, or a list of them; parameters make an object of texts. Pointers are
     * JSON pointers into an object.
     *
     * @param as where it says it
     * @param jsonIn parameter whose value is the JSON; null when parameters speak for themselves
     * @param batch pointer to the list, for one that isn't the whole of what it says
     * @param secretHeader header that carries the secret
     * @param secretParameter parameter of the URL that carries it
     * @param reference pointer to our reference
     * @param messageId pointer to its own id of the message; what messages are known by when it doesn't repeat our reference
     * @param status pointer to the word for what became of the message
     * @param reason pointer to a word for why it failed, when there is one beside the status
     * @param words what the words mean: DELIVERED or FAILED; other words say nothing new
     */
    public record Receipts(
            @DefaultValue("json") As as,
            @Nullable String jsonIn,
            @Nullable JsonPointer batch,
            @Nullable String secretHeader,
            @Nullable String secretParameter,
            @NotNull Secret secret,
            @Nullable JsonPointer reference,
            @Nullable JsonPointer messageId,
            @NotNull JsonPointer status,
            @Nullable JsonPointer reason,
            @NotEmpty Map<String, MessageState> words) {

        /** Where a provider says what became of messages. */
        public enum As {
            /** In parameters of the URL. */
            QUERY,
            /** In the fields of a form. */
            FORM,
            /** In the body. */
            JSON
        }

        public Receipts {
            words.values().forEach(MessageState::overtakes);
            require(!secret.value().isBlank(), "secret: blank (expected: the secret shared with the provider)");
            oneOf("secret-header", secretHeader, "secret-parameter", secretParameter);
            require(
                    reference != null || messageId != null,
                    "reference: null, message-id: null (expected: one of them at least)");
            require(
                    jsonIn == null || as != As.JSON,
                    "json-in: " + jsonIn + " with as: json (expected: as: query or form, whose parameter it is)");
        }

        /** Whether messages are known by the provider's own ids. */
        public boolean byIds() {
            return reference == null;
        }

        private static void oneOf(String one, @Nullable Object value, String other, @Nullable Object otherValue) {
            require(
                    (value == null) != (otherValue == null),
                    one + ": " + value + ", " + other + ": " + otherValue + " (expected: one of them)");
        }

        private static void require(boolean held, String otherwise) {
            if (!held) {
                throw new IllegalArgumentException("receipts." + otherwise);
            }
        }
    }
}
