package in.sampark.meter.reading.web;

import in.sampark.meter.json.JsonFields;
import in.sampark.meter.reading.TakeReadings;
import in.sampark.meter.reading.TakeReadings.SentReading;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class ReadingController {

    /** @param taken readings the broker has */
    record Taken(int taken) {}

    private final TakeReadings takeReadings;

    ReadingController(TakeReadings takeReadings) {
        this.takeReadings = takeReadings;
    }

    /**
     * Takes an array of readings, all or none: 202 once the broker has them, 400 with a report of every wrong value, 503 when the broker does not
     * answer. Whether a register is believed is decided behind the topic.
     */
    @PostMapping("/api/v1/readings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasRole('integration')")
    Mono<Taken> take(@RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        if (!caller.areaPath().equals(caller.discom()))
            throw Problem.forbidden(
                    "area: " + caller.areaPath() + " (expected: " + caller.discom() + ", the whole company)");
        return JsonFields.tree(body, "a JSON array of readings")
                .map(array -> SentReadings.of(array, caller.discom(), takeReadings.atMost()))
                .flatMap(readings -> taken(caller.discom(), readings));
    }

    private Mono<Taken> taken(String discom, List<SentReading> readings) {
        return takeReadings.take(discom, readings).thenReturn(new Taken(readings.size()));
    }
}
