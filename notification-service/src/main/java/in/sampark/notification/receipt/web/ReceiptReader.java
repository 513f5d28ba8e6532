package in.sampark.notification.receipt.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.notification.provider.ProviderSettings;
import java.io.IOException;
import java.net.URLDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.LinkedMultiValueMap;
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
            case FORM -> body(exchange).map(ReceiptReader::fields).map(this::parameters);
            case JSON -> body(exchange).map(ReceiptReader::json);
        };
    }

    private static Mono<byte[]> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                .map(ReceiptReader::bytes)
                .onErrorMap(DataBufferLimitException.class, e -> new UnreadableException("too large"))
                .switchIfEmpty(Mono.error(() -> new UnreadableException("empty")));
    }

    /** Of application/x-www-form-urlencoded. */
    private static MultiValueMap<String, String> fields(byte[] form) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (String field : new String(form, UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length < 2 || field.lines().count() > 1) {
                throw new UnreadableException("no form");
            }
            try {
                fields.add(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
            } catch (IllegalArgumentException e) {
                throw new UnreadableException("no form");
            }
        }
        return fields;
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
