package in.sampark.platform.messaging;

import in.sampark.platform.messaging.DeadLetters.Letter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
     * @param reason their reasons contain it; empty for any
     * @param from they were set aside then or later
     * @param to and before
     * @param limit no more of those that are still aside are handed over, but for the last read together
     * @param dryRun they are counted only
     */
    record Wanted(String reason, Instant from, Instant to, int limit, boolean dryRun) {

        boolean fits(Letter letter) {
            return letter.reason().contains(reason)
                    && !letter.setAsideAt().isBefore(from)
                    && letter.setAsideAt().isBefore(to);
        }
    }

    /**
     * What there was and what came of it.
     *
     * @param waiting of a dry run: how many are still aside, by the reason they were set aside for
     * @param refused again, by the reason
     * @param passedBy replayed before, or remembered no longer
     * @param more whether the limit left some
     */
    record Report(
            boolean dryRun,
            Map<String, Integer> waiting,
            int handled,
            Map<String, Integer> refused,
            int passedBy,
            boolean more) {}

    /** What was read so far. */
    private final class Tally {
        private final Wanted wanted;
        private final Map<String, Integer> waiting = new TreeMap<>();
        private Replayed replayed = Replayed.NOTHING;
        private int open;
        private boolean more;

        Tally(Wanted wanted) {
            this.wanted = wanted;
        }

        boolean take(List<Letter> letters) {
            if (open >= wanted.limit()) {
                more = true;
                return false;
            }
            letters.stream()
                    .collect(Collectors.groupingBy(Letter::listener, LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::of);
            return true;
        }

        private void of(String listener, List<Letter> letters) {
            ReplayListener<?> replays = batches.replays(listener).orElse(null);
            if (replays == null) {
                replayed = replayed.and(new Replayed(0, Map.of(), letters.size()));
            } else if (wanted.dryRun()) {
                count(replays, letters);
            } else {
                hand(replays, letters);
            }
        }

        private void count(ReplayListener<?> replays, List<Letter> letters) {
            letters.stream().collect(Collectors.groupingBy(Letter::reason)).forEach((reason, some) -> {
                int left = replays.open(records(some));
                open += left;
                replayed = replayed.and(new Replayed(0, Map.of(), some.size() - left));
                if (left > 0) {
                    waiting.merge(reason, left, Integer::sum);
                }
            });
        }

        private void hand(ReplayListener<?> replays, List<Letter> letters) {
            Replayed now = replays.replay(records(letters));
            int refused =
                    now.refused().values().stream().mapToInt(Integer::intValue).sum();
            open += now.handled() + refused;
            replayed = replayed.and(now);
            meters.counter(COUNTER, "listener", replays.listener(), "result", "handled")
                    .increment(now.handled());
            meters.counter(COUNTER, "listener", replays.listener(), "result", "refused")
                    .increment(refused);
        }

        Report report() {
            return new Report(
                    wanted.dryRun(), waiting, replayed.handled(), replayed.refused(), replayed.passedBy(), more);
        }
    }

    private static final String COUNTER = "sampark.dead.letters.replayed";

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
        return batches.topics().stream().anyMatch(one -> one.name().equals(topic));
    }

    /** Replays those of a topic, on a thread of its own: listeners are waited for. */
    Mono<Report> replay(String topic, Wanted wanted, String by) {
        return Mono.fromCallable(() -> {
                    Tally tally = new Tally(wanted);
                    deadLetters.read(topic + "." + service + ".dlt", wanted::fits, tally::take);
                    Report report = tally.report();
                    log.info("dead letters of {}, by {}: {}", topic, by, report);
                    return report;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<Letter> letters) {
        return letters.stream().map(Letter::record).toList();
    }
}
