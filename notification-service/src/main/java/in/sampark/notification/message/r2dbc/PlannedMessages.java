package in.sampark.notification.message.r2dbc;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.Subject;
import in.sampark.platform.time.India;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * How many messages were planned: a row for each event, kind and hour of a batch. Of events that concern one connection only the kind is counted, for a row
 * each would be a row a message.
 */
public class PlannedMessages {

    private static final String COUNT = """
            insert into planned (discom, event_id, kind, hour, until, amount)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[])
            """;

    /** Rows of hours that are over are made one. */
    private static final String FOLD = """
            with folded as (
              delete from planned where (discom, event_id, kind, hour) in (
                select discom, event_id, kind, hour from planned where hour < $1
                group by 1, 2, 3, 4 having count(*) > 1 limit 1000)
              returning *)
            insert into planned (discom, event_id, kind, hour, until, amount)
            select discom, event_id, kind, hour, max(until), sum(amount) from folded group by 1, 2, 3, 4
            """;

    private static final String FORGET = "delete from planned where hour < $1";

    private record Key(String discom, String eventId, String kind, Instant hour) {}

    private record Counted(Key key, Instant until, long amount) {

        static Counted of(Message message) {
            String event = message.values().containsKey(Subject.ID) ? message.eventId() : "";
            return new Counted(
                    new Key(message.discom(), event, message.kind(), India.hour(message.dueAt())),
                    message.expiresAt(),
                    1);
        }

        Counted and(Counted other) {
            return new Counted(key, until.isAfter(other.until) ? until : other.until, amount + other.amount);
        }
    }

    private final DatabaseClient database;

    public PlannedMessages(DatabaseClient database) {
        this.database = database;
    }

    /** Counts messages that are planned for the first time; a later attempt was counted before. Joins the caller's transaction. */
    public Mono<Void> count(List<Message> messages) {
        BinaryOperator<Counted> sum = Counted::and;
        List<Counted> counted = List.copyOf(messages.stream()
                .filter(message -> message.attempt() == 1)
                .map(Counted::of)
                .collect(Collectors.toMap(Counted::key, Function.identity(), sum))
                .values());
        if (counted.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(COUNT)
                .bind("$1", texts(counted, Key::discom))
                .bind("$2", texts(counted, Key::eventId))
                .bind("$3", texts(counted, Key::kind))
                .bind("$4", times(counted, one -> one.key().hour()))
                .bind("$5", times(counted, Counted::until))
                .bind("$6", counted.stream().map(Counted::amount).toArray(Long[]::new))
                .then();
    }

    /** Makes one row of several of an hour before the given one; answers how many were made. */
    public Mono<Long> fold(Instant hour) {
        return database.sql(FOLD)
                .bind("$1", India.hour(hour).atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    /** Forgets what was planned about what happened before a time. */
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET).bind("$1", before.atOffset(ZoneOffset.UTC)).then();
    }

    private static String[] texts(List<Counted> counted, Function<Key, String> column) {
        return counted.stream().map(one -> column.apply(one.key())).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Counted> counted, Function<Counted, Instant> column) {
        return counted.stream()
                .map(one -> column.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
