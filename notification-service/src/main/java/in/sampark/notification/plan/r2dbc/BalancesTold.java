package in.sampark.notification.plan.r2dbc;

import in.sampark.platform.database.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Up to which day balances were told. */
public class BalancesTold {

    /**
     * A period of a connection that may be told.
     *
     * @param kind of the notice
     * @param through last local day of the period
     * @param late whether it ended long ago: then it is told only to who was told the one before, or would have been
     */
    public record Ended(String connectionId, String kind, LocalDate through, boolean late) {}

    /** Of whom nobody asks nothing is kept. What is late to who has just asked is noted and not told; only months are late. */
    private static final String NOTE = """
            with ended as (
              select distinct on (n.connection_id, n.kind)
                     n.connection_id, n.kind, n.through, n.late, t.through as told,
                     greatest(t.through, lag(n.through) over (partition by n.connection_id, n.kind order by n.through)) as one_before
              from unnest($1::text[], $2::text[], $3::date[], $4::bool[]) as n(connection_id, kind, through, late)
              join contacts c on c.connection_id = n.connection_id
                and c.known and c.standing = 'VERIFIED' and 'SMS/' || n.kind = any(c.consents)
              left join balances_told t on t.connection_id = n.connection_id and t.kind = n.kind
              order by n.connection_id, n.kind, n.through desc, n.late
            ), noted as (
              insert into balances_told as t (connection_id, kind, through)
              select connection_id, kind, through from ended where told is null or told < through
              order by connection_id, kind
              on conflict (connection_id, kind) do update set through = excluded.through where t.through < excluded.through
              returning connection_id, kind, through
            )
            select connection_id, kind, through, late from noted join ended using (connection_id, kind, through)
            where not late or one_before >= date_trunc('month', through) - interval '1 day'
            """;

    private final DatabaseClient database;

    public BalancesTold(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of those that somebody asked for and that were not told, and answers with them. Joins the caller's transaction. */
    public Mono<List<Ended>> note(List<Ended> ended) {
        return database.sql(NOTE)
                .bind("$1", column(ended, Ended::connectionId))
                .bind("$2", column(ended, Ended::kind))
                .bind("$3", ended.stream().map(Ended::through).toArray(LocalDate[]::new))
                .bind("$4", ended.stream().map(Ended::late).toArray(Boolean[]::new))
                .map(row -> new Ended(
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "kind", String.class),
                        Column.of(row, "through", LocalDate.class),
                        Column.of(row, "late", Boolean.class)))
                .all()
                .collectList();
    }

    private static String[] column(List<Ended> ended, Function<Ended, String> column) {
        return ended.stream().map(column).toArray(String[]::new);
    }
}
