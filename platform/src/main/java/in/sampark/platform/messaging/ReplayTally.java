package in.sampark.platform.messaging;

import in.sampark.platform.messaging.DeadLetters.Letter;
import in.sampark.platform.messaging.ReplayDeadLetters.Wanted;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands over, or counts, what was read so far. */
final class ReplayTally {

    private static final String COUNTER = "sampark.dead.letters.replayed";

    private final Batches batches;
    private final MeterRegistry meters;
    private final Company<?> company;
    private final Wanted wanted;
    private final Map<String, Integer> waiting = new TreeMap<>();
    private Replayed replayed = Replayed.NOTHING;
    private int open;
    private int ofNoCompany;
    private boolean more;

    ReplayTally(Batches batches, MeterRegistry meters, Company<?> company, Wanted wanted) {
        this.batches = batches;
        this.meters = meters;
        this.company = company;
        this.wanted = wanted;
    }

    /** Takes letters that were read together, and answers whether more are wanted. */
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
        int refused = Replayed.sum(now.refused());
        open += now.handled() + refused;
        replayed = replayed.and(now);
        meters.counter(COUNTER, "listener", replays.listener(), "result", "handled")
                .increment(now.handled());
        meters.counter(COUNTER, "listener", replays.listener(), "result", "refused")
                .increment(refused);
    }

    ReplayReport report() {
        return new ReplayReport(
                wanted.dryRun(),
                waiting,
                replayed.handled(),
                replayed.refused(),
                replayed.passedBy(),
                ofNoCompany,
                more);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<Letter> letters) {
        return letters.stream().map(Letter::record).toList();
    }
}
