package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.BalanceSheets;
import in.sampark.meter.balance.domain.BalanceSheet;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Accounts and the sums of their ledger, read in one statement. */
public final class R2dbcBalanceSheets implements BalanceSheets {

    private static final String SHEETS = "select c.area_path, s.*, " + AccountRow.COLUMNS + """
            from connection c
            join account a on a.connection_id = c.connection_id
            left join own_rung o on o.connection_id = c.connection_id
            cross join lateral (
                select coalesce(sum(e.wh), 0)::bigint as wh, coalesce(sum(e.energy_paise), 0)::bigint as energy_paise,
                       coalesce(sum(e.subsidy_paise), 0)::bigint as subsidy_paise, coalesce(sum(e.fixed_paise), 0)::bigint as fixed_paise,
                       coalesce(sum(e.surcharge_paise), 0)::bigint as surcharge_paise,
                       coalesce(sum(e.rebate_paise), 0)::bigint as rebate_paise,
                       coalesce(sum(e.minimum_paise), 0)::bigint as minimum_paise,
                       coalesce(sum(e.duty_paise), 0)::bigint as duty_paise,
                       coalesce(sum(e.received_paise), 0)::bigint as received_paise,
                       coalesce(sum(e.carried_paise), 0)::bigint as carried_paise,
                       coalesce(sum(e.arrears_paise), 0)::bigint as arrears_paise
                from ledger_entry e
                where e.connection_id = c.connection_id) s
            """;

    private static final String ONE = SHEETS + "where c.connection_id = $1 and not c.removed";

    private static final String PAGE = SHEETS + """
            where not c.removed and (c.area_path = $1 or starts_with(c.area_path, $1 || '/')) and c.connection_id > $2
            order by c.connection_id
            limit $3
            """;

    private final DatabaseClient database;

    public R2dbcBalanceSheets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<BalanceSheet> of(String connectionId) {
        return database.sql(ONE)
                .bind("$1", connectionId)
                .map(R2dbcBalanceSheets::sheet)
                .one();
    }

    @Override
    public Mono<List<BalanceSheet>> in(String areaPath, String after, int atMost) {
        return database.sql(PAGE)
                .bind("$1", areaPath)
                .bind("$2", after)
                .bind("$3", atMost)
                .map(R2dbcBalanceSheets::sheet)
                .all()
                .collectList();
    }

    private static BalanceSheet sheet(Readable row) {
        return new BalanceSheet(
                Column.of(row, "area_path", String.class),
                AccountRow.read(row),
                Column.of(row, "wh", Long.class),
                ChargeRow.read(row),
                Column.of(row, "received_paise", Long.class),
                Column.of(row, "carried_paise", Long.class),
                Column.of(row, "arrears_paise", Long.class));
    }
}
