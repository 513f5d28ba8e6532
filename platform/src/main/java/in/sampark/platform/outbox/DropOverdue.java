package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Drops what waits in the outbox for longer than its topic would keep it, parked or because the broker is away: of a one-time code
 * nothing is left within the hour, whatever has failed.
 */
final class DropOverdue {

    static final String NAME = "outbox dropping";

    /** With it and the topic's own time, a code is gone within the hour. */
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(DropOverdue.class);

    private static final String DROP = """
            delete from outbox using unnest($1::text[], $2::timestamptz[]) as overdue (topic, before)
             where outbox.topic = overdue.topic and created_at < before
            """;

    private final DatabaseClient database;
    private final Map<String, Duration> mayWait;
    private final Clock clock;

    /** @param clock wall time, as rows are dated */
    DropOverdue(DatabaseClient database, Collection<Topic<?>> topics, Party service, Clock clock) {
        this.database = database;
        this.mayWait = topics.stream()
                .flatMap(topic -> topic.mayWait().stream()
                        .flatMap(time -> Stream.of(topic.name(), topic.deadLetters(service.id()))
                                .map(name -> Map.entry(name, time))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.clock = clock;
    }

    /** Answers that there is no more to do at once. */
    Mono<Boolean> drop() {
        Instant now = clock.instant();
        return database.sql(DROP)
                .bind("$1", mayWait.keySet().toArray(String[]::new))
                .bind(
                        "$2",
                        mayWait.values().stream()
                                .map(time -> now.minus(time).atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .fetch()
                .rowsUpdated()
                .doOnNext(DropOverdue::warn)
                .thenReturn(false);
    }

    private static void warn(long dropped) {
        if (dropped > 0) {
            log.warn("outbox: dropped {} records that came too late for anybody", dropped);
        }
    }
}
