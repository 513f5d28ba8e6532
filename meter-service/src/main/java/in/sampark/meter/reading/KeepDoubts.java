package in.sampark.meter.reading;

import in.sampark.meter.reading.DoubtedReadings.Doubtful;
import in.sampark.meter.reading.domain.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps doubted readings for somebody to look at, and counts them by reason. Joins the caller's transaction. */
final class KeepDoubts {

    private final DoubtedReadings doubted;
    private final MeterRegistry meters;

    KeepDoubts(DoubtedReadings doubted, MeterRegistry meters) {
        this.doubted = doubted;
        this.meters = meters;
        for (Reason reason : Reason.values()) counter(reason); // so that none is missing from the scrape
    }

    Mono<Void> keep(List<Doubtful> doubtful, Instant now) {
        if (doubtful.isEmpty()) return Mono.empty();
        return doubted.keep(doubtful, now)
                .doOnNext(reasons -> reasons.forEach(reason -> counter(reason).increment()))
                .then();
    }

    private Counter counter(Reason reason) {
        return Counter.builder("sampark.readings.doubted")
                .description("Readings kept because registers around them speak against them")
                .tag("reason", reason.name())
                .register(meters);
    }
}
