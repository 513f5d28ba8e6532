package in.sampark.platform.idempotency;

import in.sampark.platform.security.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The body of a request, read before the request is handled. */
record RequestBody(byte[] bytes) {

    /** What a handler would read at most, too. */
    private static final int AT_MOST = 256 * 1024;

    static Mono<RequestBody> of(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), AT_MOST)
                .map(RequestBody::read)
                .defaultIfEmpty(new RequestBody(new byte[0]));
    }

    /** The request with this body, to be read again. */
    ServerHttpRequest in(ServerHttpRequest request, DataBufferFactory buffers) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return bytes.length == 0 ? Flux.empty() : Flux.defer(() -> Flux.just(buffers.wrap(bytes)));
            }
        };
    }

    /** 64 hexadecimal digits, the same for the same request with the same rights. */
    String hash(ServerHttpRequest request, Caller caller) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getURI().getRawPath() + "?"
                            + request.getURI().getRawQuery() + "\n" + caller.areaPath() + "\n"
                            + new TreeSet<>(caller.roles()) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static RequestBody read(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return new RequestBody(bytes);
    }
}
