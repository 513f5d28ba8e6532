package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.Topic.Keeping;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Forgets which events were handled and which records set aside when no topic can bring them again. What was set aside of a compacted topic is
 * remembered for good, for it may stay there.
 */
final class ForgetHandled {

    static final String NAME = "handled events forgetting";
    static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** Beside the longest that a topic keeps anything: what is dated here came to its topic earlier, by clocks that may differ. */
    private static final Duration MARGIN = Duration.ofDays(4);

    private static final int SLICE = 10_000;

    private static final String FORGET_EVENTS = """
            delete from inbox
             where (listener, event_id) in (select listener, event_id from inbox where handled_at < $1 order by handled_at limit $2)
            """;

    private static final String FORGET_RECORDS = "delete from set_aside where at < $1 and topic = any($2)";

    private final DatabaseClient database;
    private final Collection<Topic<?>> topics;
    private final Clock clock;

    /** @param clock wall time, as rows are dated */
    ForgetHandled(DatabaseClient database, Collection<Topic<?>> topics, Clock clock) {
        this.database = database;
        this.topics = topics;
        this.clock = clock;
    }

    /** Forgets a slice and answers whether there may be more. */
    Mono<Boolean> forget() {
        OffsetDateTime before = clock.instant().minus(keptFor()).atOffset(ZoneOffset.UTC);
        return database.sql(FORGET_RECORDS)
                .bind("$1", before)
                .bind(
                        "$2",
                        topics.stream()
                                .filter(topic -> !topic.compacted())
                                .map(Topic::name)
                                .toArray(String[]::new))
                .then()
                .then(database.sql(FORGET_EVENTS)
                        .bind("$1", before)
                        .bind("$2", SLICE)
                        .fetch()
                        .rowsUpdated())
                .map(forgotten -> forgotten == SLICE);
    }

    private Duration keptFor() {
        return topics.stream()
                .flatMap(topic -> topic.keeping() instanceof Keeping.For(Duration retention, Duration segment)
                        ? Stream.of(retention.plus(segment))
                        : Stream.empty())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(MARGIN);
    }
}
