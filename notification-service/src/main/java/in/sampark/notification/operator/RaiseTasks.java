package in.sampark.notification.operator;

import in.sampark.notification.operator.domain.Met;
import in.sampark.notification.operator.domain.Raised;
import in.sampark.notification.operator.messaging.OperatorTasks;
import in.sampark.notification.operator.r2dbc.OperatorTaskTable;
import in.sampark.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Tells operators what they have to put right at a provider: when it is first seen, and now and then while it goes on, however many messages meet with it. */
public class RaiseTasks {

    private static final String COUNTER = "sampark.operator.tasks";

    private final OperatorTaskTable tasks;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Duration quiet;

    /** @param quiet after which it is told again */
    RaiseTasks(OperatorTaskTable tasks, Outbox outbox, MeterRegistry meters, Duration quiet) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.meters = meters;
        this.quiet = quiet;
    }

    /** What was raised by messages of each company; joins the caller's transaction. */
    public Mono<Void> raise(List<Met> raised, Instant now) {
        if (raised.isEmpty()) {
            return Mono.empty();
        }
        Map<String, Met> latest = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        for (Met one : raised) {
            latest.put(key(one), one);
            counts.merge(key(one), 1L, Long::sum);
            count(one.raised());
        }
        Map<Met, Long> each = new HashMap<>();
        latest.forEach((key, one) -> each.put(one, counts.getOrDefault(key, 1L)));
        return tasks.raise(each, now, quiet)
                .flatMap(toTell -> outbox.add(
                        toTell.stream().map(OperatorTasks::announcement).toList()));
    }

    /** Met several reasons for the same task the last one counts. */
    private static String key(Met one) {
        Raised raised = one.raised();
        return String.join(
                "\u001f", one.discom(), raised.provider(), raised.task().name(), raised.header(), raised.templateId());
    }

    private void count(Raised raised) {
        meters.counter(
                        COUNTER,
                        "provider",
                        raised.provider(),
                        "task",
                        raised.task().name())
                .increment();
    }
}
