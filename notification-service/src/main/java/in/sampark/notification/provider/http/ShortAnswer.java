package in.sampark.notification.provider.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Reads an answer; one that doesn't end is a {@link ContentTooLongException}. */
final class ShortAnswer extends AbstractBinResponseConsumer<ResponseEntity<String>> {

    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpResponse head;
    private Charset charset = StandardCharsets.UTF_8;

    @Override
    protected void start(HttpResponse response, @Nullable ContentType type) {
        head = response;
        charset = ContentType.getCharset(type, StandardCharsets.UTF_8);
    }

    @Override
    protected int capacityIncrement() {
        return LONGEST;
    }

    @Override
    protected void data(ByteBuffer part, boolean last) throws ContentTooLongException {
        if (body.size() + part.remaining() > LONGEST) {
            throw new ContentTooLongException("answer: more than %d bytes (expected: an id or a code)", LONGEST);
        }
        while (part.hasRemaining()) {
            body.write(part.get());
        }
    }

    @Override
    protected ResponseEntity<String> buildResult() {
        HttpResponse answered = Objects.requireNonNull(head);
        var headers = new HttpHeaders();
        answered.headerIterator().forEachRemaining(header -> headers.add(header.getName(), header.getValue()));
        return ResponseEntity.status(answered.getCode()).headers(headers).body(body.toString(charset));
    }

    @Override
    public void releaseResources() {
        body.reset();
    }
}
