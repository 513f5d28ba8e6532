package in.sampark.platform.messaging;

import in.sampark.platform.messaging.DeadLetters.Letter;
import in.sampark.platform.outbox.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Hands dead letters of this service to the listeners that set them aside, once each; other readers of their topics do not see them. What is no longer worth doing is for the listeners to say, as
 * with whatever comes late: a notice that has expired is not told.
 */
final class ReplayDeadLetters {

    private static final Logger log = LoggerFactory.getLogger(ReplayDeadLetters.class);

    /**
     * Which.
     *
     * @param company the one they are of
     * @param reason their reasons contain it; empty for any
     * @param from they were set aside then or later
     * @param to and before
     * @param limit no more of those that are still aside are handed over, but for the last read together
     * @param dryRun they are counted only
     */
    record Wanted(String company, String reason, Instant from, Instant to, int limit, boolean dryRun) {

        boolean inTime(Letter letter) {
            return !letter.setAsideAt().isBefore(from) && letter.setAsideAt().isBefore(to);
        }
    }

    private final Batches batches;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final String service;

    ReplayDeadLetters(Batches batches, DeadLetters deadLetters, MeterRegistry meters, String service) {
        this.batches = batches;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.service = service;
    }

    /** Whether this service reads the topic. */
    boolean knows(String topic) {
        return batches.company(topic).isPresent();
    }

    /**
     * Replays those of a topic that this service reads, on a thread of its own: listeners are waited for.
     *
     * @throws in.sampark.platform.web.Problem 503 when Kafka does not give them
     */
    Mono<ReplayReport> replay(String topic, Wanted wanted, String by) {
        return Mono.fromCallable(() -> {
                    var tally = new ReplayTally(
                            batches, meters, batches.company(topic).orElseThrow(), wanted);
                    deadLetters.read(DeadLetter.topic(topic, service), tally::take);
                    ReplayReport report = tally.report();
                    log.info("dead letters of {}, {}, by {}: {}", topic, wanted.company(), by, report.counts());
                    return report;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
