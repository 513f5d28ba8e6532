package in.sampark.launcher.story;

import in.sampark.launcher.story.Api.Who;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until nothing moves any more: every consumer group has committed all there is, every instance says it has nothing left to do, and
 * meanwhile nothing was added. What is away for a while may be moving.
 */
public final class Settling implements AutoCloseable {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofMillis(5));

    private final ConsumerGroups groups;
    private final Api api;
    private final Who operator;
    private final Collection<URI> services;

    /** @param services addresses of all instances; {@code operator} must have the role ops */
    public Settling(String bootstrapServers, Api api, Who operator, Collection<URI> services) {
        this.groups = new ConsumerGroups(bootstrapServers);
        this.api = api;
        this.operator = operator;
        this.services = services;
    }

    /** @throws IllegalStateException when it takes more than three minutes; says what is still moving */
    public void await() {
        AtomicReference<String> moving = new AtomicReference<>("");
        PATIENCE.await(() -> "still moving: " + moving.get(), () -> {
            moving.set(movingOrAway());
            return moving.get().isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private String movingOrAway() {
        try {
            return moving();
        } catch (UncheckedIOException | ConsumerGroups.AwayException e) {
            return String.valueOf(e.getMessage());
        } catch (Api.Refused e) {
            if (!e.mayPass()) {
                throw e;
            }
            return String.valueOf(e.getMessage());
        }
    }

    /** What is still moving; empty when all has settled. */
    private String moving() {
        if (!groups.joined()) {
            return "consumer groups, which are still being joined";
        }
        Map<TopicPartition, Long> before = groups.ends();
        Set<TopicPartition> behind = groups.behind(before);
        if (!behind.isEmpty()) {
            return "unread " + behind;
        }
        List<String> busy = new CopyOnWriteArrayList<>();
        AtOnce.each(services, service -> {
            var settled = api.get(service.resolve("/internal/settled"), operator);
            if (!settled.required("settled").asBoolean()) {
                busy.add(service + " " + settled.required("unsettled"));
            }
        });
        if (!busy.isEmpty()) {
            return busy.toString();
        }
        return groups.ends().equals(before) ? "" : "new records";
    }

    @Override
    public void close() {
        groups.close();
    }
}
