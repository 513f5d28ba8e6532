package in.sampark.notification.provider;

import in.sampark.notification.message.domain.MessageState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

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
     */
    public record Provider(@NotNull @Valid Receipts receipts) {}

    /**
     * Receipts a provider posts as a JSON array. Pointers are JSON pointers into one entry.
     *
     * @param secretHeader request header that carries the shared secret
     * @param reference pointer to our reference
     * @param status pointer to the word for what became of it
     * @param words what the words mean: DELIVERED or FAILED; other words say nothing new
     */
    public record Receipts(
            @NotBlank String secretHeader,
            @NotNull Secret secret,
            @NotBlank String reference,
            @NotBlank String status,
            @NotEmpty Map<String, MessageState> words) {

        public Receipts {
            words.values().forEach(MessageState::overtakes);
            if (secret.value().isBlank()) {
                throw new IllegalArgumentException(
                        "receipts.secret: blank (expected: the secret shared with the provider)");
            }
        }
    }
}
