package in.sampark.notification.provider.http;

import in.sampark.notification.provider.Secret;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shape of a gateway that takes a message as one HTTP request.
 *
 * @param method HTTP method
 * @param url where to
 * @param headers sent as they are; they may hold credentials
 * @param json members of the JSON body; {@code {to}}, {@code {text}}, {@code {reference}}, {@code {header}},
 *     {@code {principalEntityId}} and {@code {templateId}} stand for the message's
 * @param accepted statuses of an answer that says the message was taken
 * @param refused statuses of an answer that says it never will be; every other but those throttled is worth another try
 * @param throttled statuses of an answer that asks to slow down
 * @param messageId JSON pointer to the gateway's id in an answer that accepts
 * @param connectTimeout longest wait for a connection
 * @param responseTimeout longest wait for an answer
 * @param connections most connections at a time
 */
public record HttpGatewaySettings(
        @NotBlank @DefaultValue("POST") String method,
        @NotNull URI url,
        @DefaultValue Map<String, Secret> headers,
        @NotEmpty Map<String, String> json,
        @NotEmpty Set<Integer> accepted,
        @NotEmpty Set<Integer> refused,
        @NotEmpty Set<Integer> throttled,
        @NotBlank String messageId,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration responseTimeout,
        @Min(1) @DefaultValue("128") int connections) {

    public HttpGatewaySettings {
        headers.forEach((header, value) -> {
            if (value.value().isBlank()) {
                throw new IllegalArgumentException("headers." + header + ": blank (expected: a value)");
            }
        });
    }

    /** Longest time from asking for a connection to the end of the answer. */
    public Duration atMost() {
        return connectTimeout.multipliedBy(2).plus(responseTimeout);
    }
}
