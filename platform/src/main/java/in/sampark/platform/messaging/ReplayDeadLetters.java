package in.sampark.platform.messaging;

import in.sampark.platform.messaging.DeadLetters.Letter;
import in.sampark.platform.outbox.DeadLetter;
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

    /**
     * What there was and what came of it. Of many reasons the most frequent are told, and the rest as {@link #OTHERS}.
     *
     * @param waiting of a dry run: how many are still aside, by the reason they were set aside for
     * @param refused again, by the reason
     * @param passedBy replayed before, or remembered no longer
     * @param ofNoCompany how many more were read that cannot be said to be of any company, nor by their key of another, whatever their reason. They are left
     * @param more whether the limit left some
     */
    record Report(
            boolean dryRun,
            Map<String, Integer> waiting,
            int handled,
            Map<String, Integer> refused,
            int passedBy,
            int ofNoCompany,
            boolean more) {

        static final int MOST_REASONS = 100;
        static final String OTHERS = "(other reasons)";

        Report {
            waiting = mostFrequent(waiting);
            refused = mostFrequent(refused);
        }

        /** Without reasons, which name accounts. */
        String counts() {
            return "%s%d waiting, %d handled, %d refused, %d passed by, %d of no company%s"
                    .formatted(
                            dryRun ? "dry run, " : "",
                            sum(waiting),
                            handled,
                            sum(refused),
                            passedBy,
                            ofNoCompany,
                            more ? ", and more" : "");
        }

        private static Map<String, Integer> mostFrequent(Map<String, Integer> reasons) {
            if (reasons.size() <= MOST_REASONS) {
                return reasons;
            }
            var told = new TreeMap<String, Integer>();
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MOST_REASONS)
                    .forEach(one -> told.put(one.getKey(), one.getValue()));
            told.put(OTHERS, sum(reasons) - sum(told));
            return told;
        }
    }

    /** What was read so far. */
    private final class Tally {
        private final Company<?> company;
        private final Wanted wanted;
        private final Map<String, Integer> waiting = new TreeMap<>();
        private Replayed replayed = Replayed.NOTHING;
        private int open;
        private int ofNoCompany;
        private boolean more;

        Tally(Company<?> company, Wanted wanted) {
            this.company = company;
            this.wanted = wanted;
        }

        boolean take(List<Letter> read) {
            List<Letter> letters =
                    read.stream().filter(wanted::inTime).filter(this::wants).toList();
            if (letters.isEmpty()) {
                return true;
            }
            if (open >= wanted.limit()) {
                more = true;
                return false;
            }
            letters.stream()
                    .collect(Collectors.groupingBy(Letter::listener, LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::of);
            return true;
        }

        private boolean wants(Letter letter) {
            String key = company.byKey(letter.record()).orElse(wanted.company());
            if (!key.equals(wanted.company())) {
                return false;
            }
            String of = company.of(letter.record()).orElse(null);
            if (of == null) {
                ofNoCompany++;
            }
            return wanted.company().equals(of) && letter.reason().contains(wanted.reason());
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
            int refused = sum(now.refused());
            open += now.handled() + refused;
            replayed = replayed.and(now);
            meters.counter(COUNTER, "listener", replays.listener(), "result", "handled")
                    .increment(now.handled());
            meters.counter(COUNTER, "listener", replays.listener(), "result", "refused")
                    .increment(refused);
        }

        Report report() {
            return new Report(
                    wanted.dryRun(),
                    waiting,
                    replayed.handled(),
                    replayed.refused(),
                    replayed.passedBy(),
                    ofNoCompany,
                    more);
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
        return batches.company(topic).isPresent();
    }

    /**
     * Replays those of a topic that this service reads, on a thread of its own: listeners are waited for.
     *
     * @throws in.sampark.platform.web.Problem 503 when Kafka does not give them
     */
    Mono<Report> replay(String topic, Wanted wanted, String by) {
        return Mono.fromCallable(() -> {
                    Tally tally = new Tally(batches.company(topic).orElseThrow(), wanted);
                    deadLetters.read(DeadLetter.topic(topic, service), tally::take);
                    Report report = tally.report();
                    log.info("dead letters of {}, {}, by {}: {}", topic, wanted.company(), by, report.counts());
                    return report;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<Letter> letters) {
        return letters.stream().map(Letter::record).toList();
    }
}
