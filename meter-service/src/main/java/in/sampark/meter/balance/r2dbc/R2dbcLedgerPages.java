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

    private static final String COUNT = "select count(*) from account_difference";

    private static final String DIFFERENCES =
            "select connection_id, posted_paise, ledger_paise from account_difference order by connection_id limit $1";

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
    public Mono<Long> countDifferences() {
        return database.sql(COUNT).map(row -> Column.of(row, 0, Long.class)).one();
    }

    @Override
    public Mono<List<Difference>> differences(int atMost) {
        return database.sql(DIFFERENCES)
                .bind("$1", atMost)
                .map(row -> new Difference(
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "posted_paise", Long.class),
                        Column.of(row, "ledger_paise", Long.class)))
                .all()
                .collectList();
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
