package in.sampark.notification.receipt.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.notification.provider.ProviderSettings;
import java.io.IOException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the request that a provider brings receipts by, whatever it says of its content's type. */
final class ReceiptReader {

    /** What was brought is not what the settings say. */
    static final class UnreadableException extends RuntimeException {
        UnreadableException(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final ProviderSettings.Receipts settings;

    ReceiptReader(ProviderSettings.Receipts settings) {
        this.settings = settings;
    }

    /** An object or a list of them; fails as unreadable when it is neither. */
    Mono<JsonNode> read(ServerWebExchange exchange) {
        return switch (settings.as()) {
            case QUERY ->
                Mono.fromSupplier(() -> parameters(exchange.getRequest().getQueryParams()));
            case FORM -> exchange.getFormData().map(this::parameters);
            case JSON ->
                DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                        .map(ReceiptReader::bytes)
                        .onErrorMap(DataBufferLimitException.class, e -> new UnreadableException("too large"))
                        .map(ReceiptReader::json)
                        .switchIfEmpty(Mono.error(() -> new UnreadableException("empty")));
        };
    }

    private JsonNode parameters(MultiValueMap<String, String> parameters) {
        if (settings.jsonIn() != null) {
            String json = parameters.getFirst(settings.jsonIn());
            if (json == null) {
                throw new UnreadableException("without " + settings.jsonIn());
            }
            return json(json.getBytes(UTF_8));
        }
        ObjectNode said = JSON.createObjectNode();
        parameters.toSingleValueMap().forEach(said::put);
        return said;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new UnreadableException("no JSON");
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            return buffer.asInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UnreadableException("cut off");
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
