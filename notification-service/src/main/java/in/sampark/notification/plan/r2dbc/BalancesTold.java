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
     */
    public record Ended(String connectionId, String kind, LocalDate through) {}

    /** Of whom nobody asks nothing is kept. */
    private static final String NOTE = """
            insert into balances_told as t (connection_id, kind, through)
            select n.connection_id, n.kind, max(n.through)
            from unnest($1::text[], $2::text[], $3::date[]) as n(connection_id, kind, through)
            join contacts c on c.connection_id = n.connection_id
              and c.known and c.standing = 'VERIFIED' and 'SMS/' || n.kind = any(c.consents)
            group by n.connection_id, n.kind
            order by n.connection_id, n.kind
            on conflict (connection_id, kind) do update set through = excluded.through where t.through < excluded.through
            returning connection_id, kind, through
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
                .map(row -> new Ended(
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "kind", String.class),
                        Column.of(row, "through", LocalDate.class)))
                .all()
                .collectList();
    }

    private static String[] column(List<Ended> ended, Function<Ended, String> column) {
        return ended.stream().map(column).toArray(String[]::new);
    }
}
