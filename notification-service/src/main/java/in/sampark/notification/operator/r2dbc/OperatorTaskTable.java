package in.sampark.notification.operator.r2dbc;

import in.sampark.notification.operator.domain.Met;
import in.sampark.notification.operator.domain.Raised;
import in.sampark.notification.operator.domain.Task;
import in.sampark.notification.provider.domain.OperatorTask;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Tasks that were raised, a row for each thing to do. */
public class OperatorTaskTable {

    /** What was not seen for a while is over, and begins anew. Rows are written in order, for batches meet with the same tasks. */
    private static final String RAISE = """
            insert into operator_tasks as o (discom, provider, task, header, template_id, reason, since, seen_at, told_at, messages)
            select n.discom, n.provider, n.task, n.header, n.template_id, n.reason, $7, $7, $7, n.messages
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $9::bigint[])
                   as n(discom, provider, task, header, template_id, reason, messages)
            order by 1, 2, 3, 4, 5
            on conflict (discom, provider, task, header, template_id) do update
              set reason = excluded.reason,
                  since = case when o.seen_at < $8 then excluded.since else o.since end,
                  messages = excluded.messages + case when o.seen_at < $8 then 0 else o.messages end,
                  seen_at = greatest(o.seen_at, excluded.seen_at),
                  told_at = case when o.told_at < $8 then excluded.told_at else o.told_at end
            returning o.discom, o.provider, o.task, o.header, o.template_id, o.reason, o.since, o.seen_at, o.messages,
                      o.told_at = $7 as to_tell
            """;

    private record Row(boolean toTell, Task task) {}

    private final DatabaseClient database;

    public OperatorTaskTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Notes what was raised, each task once, and how often; answers with what is to be told now. Joins the caller's transaction.
     *
     * @param quiet how long it has to be quiet before it is told again
     */
    public Mono<List<Task>> raise(Map<Met, Long> raised, Instant now, Duration quiet) {
        List<Map.Entry<Met, Long>> all = List.copyOf(raised.entrySet());
        return database.sql(RAISE)
                .bind("$1", texts(all, Met::discom))
                .bind("$2", texts(all, one -> one.raised().provider()))
                .bind("$3", texts(all, one -> one.raised().task().name()))
                .bind("$4", texts(all, one -> one.raised().header()))
                .bind("$5", texts(all, one -> one.raised().templateId()))
                .bind("$6", texts(all, one -> one.raised().reason()))
                .bind("$7", now.atOffset(ZoneOffset.UTC))
                .bind("$8", now.minus(quiet).atOffset(ZoneOffset.UTC))
                .bind("$9", all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .map(row -> new Row(Column.of(row, "to_tell", Boolean.class), task(row)))
                .all()
                .filter(Row::toTell)
                .map(Row::task)
                .collectList();
    }

    private static Task task(Readable row) {
        return new Task(
                Column.of(row, "discom", String.class),
                new Raised(
                        Column.of(row, "provider", String.class),
                        OperatorTask.valueOf(Column.of(row, "task", String.class)),
                        Column.of(row, "header", String.class),
                        Column.of(row, "template_id", String.class),
                        Column.of(row, "reason", String.class)),
                Column.of(row, "since", Instant.class),
                Column.of(row, "seen_at", Instant.class),
                Column.of(row, "messages", Long.class));
    }

    private static String[] texts(List<Map.Entry<Met, Long>> all, Function<Met, String> column) {
        return all.stream().map(one -> column.apply(one.getKey())).toArray(String[]::new);
    }
}
