package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.LedgerPages;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Pages of the ledger from PostgreSQL, along its key. */
public final class R2dbcLedgerPages implements LedgerPages {

    private static final String PAGE = """
            select e.*, b.reason
            from ledger_entry e
            left join account_entry b
              on e.kind in ('OPENING_BALANCE', 'CORRECTION', 'ARREARS')
             and b.discom = split_part(e.connection_id, ':', 1) and b.entry_id = e.cause
            where e.connection_id = $1 and (e.day < $2 or e.day = $2 and (e.kind, e.cause) > ($3, $4))
            order by e.day desc, e.kind, e.cause
            limit $5
            """;

    private static final String CHECK = """
            select a.connection_id, a.posted_paise, coalesce(sum(e.amount_paise), 0)::bigint as ledger_paise, count(*) over () as differing
            from connection c
            join account a using (connection_id)
            left join ledger_entry e using (connection_id)
            where c.area_path = $1 or starts_with(c.area_path, $1 || '/')
            group by a.connection_id
            having a.posted_paise <> coalesce(sum(e.amount_paise), 0)
            order by a.connection_id
            limit $2
            """;

    private record Found(Difference difference, long differing) {}

    private final DatabaseClient database;

    public R2dbcLedgerPages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Line>> of(String connectionId, Place after, int atMost) {
        return database.sql(PAGE)
                .bind("$1", connectionId)
                .bind("$2", after.day())
                .bind("$3", after.kind())
                .bind("$4", after.cause())
                .bind("$5", atMost)
                .map(R2dbcLedgerPages::line)
                .all()
                .collectList();
    }

    @Override
    public Mono<Check> check(String areaPath, int atMost) {
        return database.sql(CHECK)
                .bind("$1", areaPath)
                .bind("$2", atMost)
                .map(row -> new Found(
                        new Difference(
                                Column.of(row, "connection_id", String.class),
                                Column.of(row, "posted_paise", Long.class),
                                Column.of(row, "ledger_paise", Long.class)),
                        Column.of(row, "differing", Long.class)))
                .all()
                .collectList()
                .map(found -> new Check(
                        found.isEmpty() ? 0 : found.getFirst().differing(),
                        found.stream().map(Found::difference).toList()));
    }

    private static Line line(Readable row) {
        LedgerEntry entry = new LedgerEntry(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "day", LocalDate.class),
                LedgerEntry.Kind.valueOf(Column.of(row, "kind", String.class)),
                Column.of(row, "cause", String.class),
                Column.of(row, "at", Instant.class),
                Column.of(row, "wh", Long.class),
                ChargeRow.read(row),
                Column.of(row, "received_paise", Long.class),
                Column.of(row, "carried_paise", Long.class),
                Column.of(row, "arrears_paise", Long.class));
        return new Line(entry, row.get("reason", String.class));
    }
}
