package in.sampark.meter.reading.web;

import in.sampark.meter.json.JsonFields;
import in.sampark.meter.reading.TakeReadings;
import in.sampark.meter.reading.TakeReadings.SentReading;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Readings from those who have no producer: an array, or a stream of any length. Bodies may be compressed by gzip. 202 is the answer once the
 * broker has them, 503 when it does not answer; whether a register is believed is decided behind the topic.
 */
@RestController
@RequestMapping(path = "/api/v1/readings")
@PreAuthorize("hasRole('integration')")
public class ReadingController {

    /** @param taken readings the broker has */
    record Taken(int taken) {}

    private final TakeReadings takeReadings;
    private final int refusedAtMost;

    /** @param refusedAtMost wrong lines of a stream after which it is read no further */
    public ReadingController(TakeReadings takeReadings, int refusedAtMost) {
        this.takeReadings = takeReadings;
        this.refusedAtMost = refusedAtMost;
    }

    /** Takes an array of readings, all or none: 400 with a report of every wrong value. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> take(
            @RequestBody Mono<JsonNode> body,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            @AuthenticationPrincipal Caller caller) {
        refuse(caller, encoding);
        return JsonFields.tree(body, "a JSON array of readings")
                .map(array -> SentReadings.of(array, caller.discom(), takeReadings.atMost()))
                .flatMap(readings -> taken(caller.discom(), readings));
    }

    /**
     * Takes readings, one a line as a JSON object, of all lines that are right; the answer tells of the others. A problem says through which line
     * the stream was taken.
     */
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<TakeStream.Report> takeLines(
            @RequestBody Flux<DataBuffer> body,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            @AuthenticationPrincipal Caller caller) {
        refuse(caller, encoding);
        return streamed(caller).take(NdjsonRows.of(body, new SentReadingShape(caller.discom())));
    }

    /** Takes readings as CSV with a header line, columns in any order, in the same way. */
    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<TakeStream.Report> takeFile(
            @RequestBody Flux<DataBuffer> body,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            @AuthenticationPrincipal Caller caller) {
        refuse(caller, encoding);
        return streamed(caller).take(CsvRows.of(body, new SentReadingShape(caller.discom())));
    }

    private TakeStream streamed(Caller caller) {
        return new TakeStream(takeReadings, caller.discom(), refusedAtMost);
    }

    /** What the server could undo does not stand in the header any more. */
    private static void refuse(Caller caller, @Nullable String encoding) {
        if (!caller.areaPath().equals(caller.discom()))
            throw Problem.forbidden(
                    "area: " + caller.areaPath() + " (expected: " + caller.discom() + ", the whole company)");
        if (encoding != null && !encoding.equalsIgnoreCase("identity"))
            throw Problem.invalid(HttpHeaders.CONTENT_ENCODING, encoding, "gzip, deflate or none");
    }

    private Mono<Taken> taken(String discom, List<SentReading> readings) {
        return takeReadings.take(discom, readings).thenReturn(new Taken(readings.size()));
    }
}
