package in.sampark.notification.later.r2dbc;

import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.later.domain.Waiting.Due;
import in.sampark.notification.later.domain.Waiting.What;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What is due later. Statements that write join the caller's transaction. */
public class LaterTable implements Later {

    private static final String ADD = """
            insert into later (waiting_id, what, clock, due_at)
            select n.waiting_id, n.what,
                   case when n.pause is null then 'DOMAIN' else 'WALL' end,
                   coalesce(now() + n.pause * interval '1 ms', n.at)
            from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::text[]) as n(waiting_id, pause, at, what)
            on conflict (waiting_id) do update set clock = excluded.clock, due_at = excluded.due_at
            """;

    private static final String REMOVE = "delete from later where waiting_id = any($1)";

    /** Laterally, so that each id is looked for in its own partition. */
    private static final String RELEASE = """
            with due as (
              delete from later where waiting_id in (
                select waiting_id from later
                where what = 'MESSAGE'
                  and ((clock = 'WALL' and due_at <= now()) or (clock = 'DOMAIN' and due_at <= $1))
                order by due_at limit $2 for update skip locked)
              returning waiting_id as message_id, due_at)
            select
            """ + MessageRow.MESSAGE_COLUMNS + """
            from due
            cross join lateral (
              select * from messages n where n.message_id = due.message_id and n.state = any($3) offset 0) m
            order by due.due_at
            """;

    private static final String DUE = """
            select waiting_id from later
            where what = $1 and clock = 'DOMAIN' and due_at <= $2
            order by due_at, waiting_id limit $3
            """;

    private static final String COUNT = """
            select count(*) from later where clock = 'WALL' or due_at <= $1
            """;

    private static final String NEXT = "select min(due_at) as due_at from later where clock = 'DOMAIN'";

    private static final String[] CLAIMABLE =
            MessageState.CLAIMABLE.stream().map(Enum::name).toArray(String[]::new);

    private final DatabaseClient database;

    public LaterTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ADD)
                .bind("$1", waiting.stream().map(Waiting::id).toArray(UUID[]::new))
                .bind("$2", waiting.stream().map(one -> pause(one.due())).toArray(Long[]::new))
                .bind("$3", waiting.stream().map(one -> time(one.due())).toArray(OffsetDateTime[]::new))
                .bind("$4", waiting.stream().map(one -> one.what().name()).toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> remove(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql(REMOVE).bind("$1", ids.toArray(UUID[]::new)).then();
    }

    @Override
    public Mono<List<UUID>> due(What what, Instant now, int limit) {
        return database.sql(DUE)
                .bind("$1", what.name())
                .bind("$2", now.atOffset(ZoneOffset.UTC))
                .bind("$3", limit)
                .map(row -> Column.of(row, 0, UUID.class))
                .all()
                .collectList();
    }

    /** Takes messages that are due, for their next attempt; fewer than {@code limit} when no more are. */
    public Mono<List<Message>> release(Instant now, int limit) {
        return database.sql(RELEASE)
                .bind("$1", now.atOffset(ZoneOffset.UTC))
                .bind("$2", limit)
                .bind("$3", CLAIMABLE)
                .map(row -> MessageRow.next(row))
                .all()
                .collectList();
    }

    /** How many are due by now by the domain's clock, or wait for the wall's, which will not jump. */
    public Mono<Long> count(Instant now) {
        return database.sql(COUNT)
                .bind("$1", now.atOffset(ZoneOffset.UTC))
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }

    /** When the next is due by the domain's clock; empty when none is. */
    public Mono<Instant> nextDue() {
        return database.sql(NEXT)
                .map(row -> Optional.ofNullable(row.get(0, Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private static @Nullable Long pause(Due due) {
        return switch (due) {
            case Due.After after -> after.pause().toMillis();
            case Due.At at -> null;
        };
    }

    private static @Nullable OffsetDateTime time(Due due) {
        return switch (due) {
            case Due.After after -> null;
            case Due.At at -> at.time().atOffset(ZoneOffset.UTC);
        };
    }
}
