package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.platform.file.ArrivingFile;
import in.sampark.platform.web.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Newline-delimited JSON, a reading a line, read as it arrives. */
final class NdjsonRows {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BufferedReader text;
    private final SentReadingShape shape;
    private long line;

    private NdjsonRows(InputStream bytes, SentReadingShape shape) {
        this.text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.shape = shape;
    }

    /** @throws Problem as error, when a line has no end */
    static Flux<SentRow> of(Flux<DataBuffer> body, SentReadingShape shape) {
        return ArrivingFile.read(body, bytes -> new NdjsonRows(bytes, shape)::next);
    }

    private Optional<SentRow> next() {
        return nextLine().map(text -> row(++line, text));
    }

    private SentRow row(long number, String text) {
        try {
            return SentRow.read(number, JSON.readTree(text), shape);
        } catch (JacksonException e) {
            return new SentRow.Bad(number, List.of(Fault.of("body", text, "a JSON object")));
        }
    }

    private Optional<String> nextLine() {
        try {
            StringBuilder letters = new StringBuilder();
            int letter = text.read();
            boolean ended = letter < 0;
            for (; letter >= 0 && letter != '\n'; letter = text.read()) {
                if (letters.length() == LONGEST_LINE) throw endless();
                letters.append((char) letter);
            }
            return ended ? Optional.empty() : Optional.of(letters.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem endless() {
        return Problem.invalid(
                "body", "a line of more than " + LONGEST_LINE + " letters", "newline-delimited JSON, a reading a line");
    }
}
