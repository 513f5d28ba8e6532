package in.sampark.meter.usage.r2dbc;

import in.sampark.meter.outage.domain.Showing;
import in.sampark.meter.outage.domain.Standing;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.usage.Usages;
import in.sampark.meter.usage.domain.DayUsage;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What there is to show of a connection: each question is a range of one index. */
public final class R2dbcUsages implements Usages {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Words>> WORDS = new TypeReference<>() {};

    private static final String AREA = "select area_path from connection where connection_id = $1 and not removed";

    /** Of a posted day there is a line of its charge; adjustments bring it to what it costs. */
    private static final String DAYS = """
            select e.day, sum(e.wh)::bigint as wh, sum(e.energy_paise)::bigint as energy_paise, sum(e.subsidy_paise)::bigint as subsidy_paise,
                   sum(e.fixed_paise)::bigint as fixed_paise, sum(e.surcharge_paise)::bigint as surcharge_paise,
                   sum(e.rebate_paise)::bigint as rebate_paise, sum(e.minimum_paise)::bigint as minimum_paise,
                   sum(e.duty_paise)::bigint as duty_paise
            from ledger_entry e
            where e.connection_id = $1 and e.day between $2 and $3 and e.kind in ('DAY_CHARGE', 'ADJUSTMENT')
            group by e.day
            order by e.day
            """;

    private static final String RECEIPTS = """
            select e.cause, e.at, e.received_paise
            from ledger_entry e
            where e.connection_id = $1 and e.day between $2 and $3 and e.received_paise <> 0
            order by e.at desc, e.cause
            """;

    /** What goes off is what the outage takes down, if that is said apart from what it is at. */
    private static final String OUTAGES = """
            select o.outage_id, o.standing, o.from_at, o.expected_restoration_at, o.restored_at, o.words::text as words
            from connection c
            join outage o on o.discom = c.discom
                and (o.standing in ('SCHEDULED', 'STARTED') and coalesce(o.expected_restoration_at, 'infinity') >= $2
                     or o.from_at >= $2 or o.restored_at >= $2)
            cross join lateral (select coalesce(o.takes_down_assets, o.assets) as assets) affected
            where c.connection_id = $1
                and case coalesce(o.takes_down_level, o.level)
                    when 'AREA' then exists (
                        select from unnest(affected.assets) as a(path) where c.area_path = a.path or starts_with(c.area_path, a.path || '/'))
                    when 'SUBSTATION' then c.substation = any(affected.assets)
                    when 'FEEDER' then c.feeder_code = any(affected.assets)
                    when 'DT' then c.dt_code = any(affected.assets)
                end
            order by o.from_at desc, o.outage_id
            limit $3
            """;

    private final DatabaseClient database;

    public R2dbcUsages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> areaOf(String connectionId) {
        return database.sql(AREA)
                .bind("$1", connectionId)
                .map(row -> Column.of(row, 0, String.class))
                .one();
    }

    @Override
    public Mono<List<DayUsage>> days(String connectionId, LocalDate from, LocalDate to) {
        return range(DAYS, connectionId, from, to).map(R2dbcUsages::day).all().collectList();
    }

    @Override
    public Mono<List<Receipt>> receipts(String connectionId, LocalDate from, LocalDate to) {
        return range(RECEIPTS, connectionId, from, to)
                .map(row -> new Receipt(
                        Column.of(row, "cause", String.class),
                        Column.of(row, "at", Instant.class),
                        Column.of(row, "received_paise", Long.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Outage>> outages(String connectionId, Instant since, Instant now, int atMost) {
        return database.sql(OUTAGES)
                .bind("$1", connectionId)
                .bind("$2", since.atOffset(ZoneOffset.UTC))
                .bind("$3", atMost)
                .map(row -> outage(row, now))
                .all()
                .collectList();
    }

    private GenericExecuteSpec range(String sql, String connectionId, LocalDate from, LocalDate to) {
        return database.sql(sql).bind("$1", connectionId).bind("$2", from).bind("$3", to);
    }

    private static DayUsage day(Readable row) {
        return new DayUsage(
                Column.of(row, "day", LocalDate.class),
                Column.of(row, "wh", Long.class),
                new Charge(
                        Column.of(row, "energy_paise", Long.class),
                        Column.of(row, "subsidy_paise", Long.class),
                        Column.of(row, "fixed_paise", Long.class),
                        Column.of(row, "surcharge_paise", Long.class),
                        Column.of(row, "rebate_paise", Long.class),
                        Column.of(row, "minimum_paise", Long.class),
                        Column.of(row, "duty_paise", Long.class)));
    }

    private static Outage outage(Readable row, Instant now) {
        Instant expected = row.get("expected_restoration_at", Instant.class);
        return new Outage(
                Column.of(row, "outage_id", String.class),
                Showing.of(Standing.valueOf(Column.of(row, "standing", String.class)), expected, now),
                Column.of(row, "from_at", Instant.class),
                expected,
                row.get("restored_at", Instant.class),
                JSON.readValue(Column.of(row, "words", String.class), WORDS));
    }
}
