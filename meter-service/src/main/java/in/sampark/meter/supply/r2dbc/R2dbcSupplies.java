package in.sampark.meter.supply.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.supply.Supplies;
import in.sampark.meter.supply.Watched;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Notice;
import in.sampark.meter.supply.domain.Order;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Supply in PostgreSQL, whole batches a statement. */
public final class R2dbcSupplies implements Supplies {

    private static final String OF = "select * from supply where connection_id = any($1)";

    private static final String TOLD = """
            select distinct s.connection_id
            from unnest($1::text[], $2::text[]) as t(connection_id, event)
            join supply s using (connection_id)
            where s.empty_since is not null and (t.event is null or t.event = s.told_by)
            """;

    private static final String KEEP = """
            insert into supply (connection_id, version, line, line_at, last_gasp_at, empty_since, told_by, notice_kind, notice_id, notice_at,
                                cut_since, paid_paise, grace_until, cut_at, cut_deadline, restore_at, restore_deadline, overdue, look_at,
                                switched_on_at, later_notices, withdrawn_at, withdrawn_deadline, area_path)
            select n.*, c.area_path
            from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::text[],
                        $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::timestamptz[],
                        $14::timestamptz[], $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::bool[],
                        $19::timestamptz[], $20::timestamptz[], $21::text[], $22::timestamptz[], $23::timestamptz[])
                as n(connection_id, version, line, line_at, last_gasp_at, empty_since, told_by, notice_kind, notice_id, notice_at, cut_since,
                     paid_paise, grace_until, cut_at, cut_deadline, restore_at, restore_deadline, overdue, look_at, switched_on_at, later_notices,
                     withdrawn_at, withdrawn_deadline)
            join connection c on c.connection_id = n.connection_id
            on conflict (connection_id) do update
            set version = excluded.version, line = excluded.line, line_at = excluded.line_at, last_gasp_at = excluded.last_gasp_at,
                empty_since = excluded.empty_since, told_by = excluded.told_by, notice_kind = excluded.notice_kind,
                notice_id = excluded.notice_id, notice_at = excluded.notice_at, cut_since = excluded.cut_since,
                paid_paise = excluded.paid_paise, grace_until = excluded.grace_until, cut_at = excluded.cut_at,
                cut_deadline = excluded.cut_deadline, restore_at = excluded.restore_at, restore_deadline = excluded.restore_deadline,
                overdue = excluded.overdue, look_at = excluded.look_at, switched_on_at = excluded.switched_on_at,
                later_notices = excluded.later_notices, withdrawn_at = excluded.withdrawn_at,
                withdrawn_deadline = excluded.withdrawn_deadline
            """;

    private static final String DUE = """
            select connection_id from supply
            where look_at <= $1 and connection_id <> all($2)
            order by look_at, connection_id
            limit $3
            """;

    private static final String COUNT_DUE = "select count(*) from supply where look_at <= $1";

    private final DatabaseClient database;

    public R2dbcSupplies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Watched>> of(Collection<String> connectionIds) {
        return database.sql(OF)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(SupplyRow::read)
                .all()
                .collectMap(watched -> watched.supply().connectionId());
    }

    @Override
    public Mono<Set<String>> told(Collection<Telling> tellings) {
        Columns<Telling> columns = Columns.of(tellings);
        return database.sql(TOLD)
                .bind("$1", columns.texts(Telling::connectionId))
                .bind("$2", columns.texts(Telling::event))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> keep(Collection<Watched> watched) {
        Columns<Watched> rows = Columns.of(watched);
        Columns<Supply> columns =
                Columns.of(watched.stream().map(Watched::supply).toList());
        return database.sql(KEEP)
                .bind("$1", columns.texts(Supply::connectionId))
                .bind("$2", columns.numbers(Supply::version))
                .bind("$3", columns.texts(supply -> supply.line().state().name()))
                .bind("$4", columns.times(supply -> supply.line().since()))
                .bind("$5", columns.times(supply -> supply.line().lastGasp()))
                .bind("$6", columns.times(supply -> debt(supply, Debt::since)))
                .bind("$7", columns.texts(supply -> debt(supply, Debt::toldBy)))
                .bind(
                        "$8",
                        columns.texts(
                                supply -> notice(supply, notice -> notice.kind().name())))
                .bind("$9", columns.texts(supply -> notice(supply, Notice::id)))
                .bind("$10", columns.times(supply -> notice(supply, Notice::at)))
                .bind("$11", columns.times(supply -> debt(supply, Debt::cutSince)))
                .bind("$12", columns.numbers(R2dbcSupplies::paidPaise))
                .bind("$13", columns.times(supply -> debt(supply, Debt::graceUntil)))
                .bind("$14", columns.times(supply -> of(supply.cut(), Order::at)))
                .bind("$15", columns.times(supply -> of(supply.cut(), Order::deadline)))
                .bind("$16", columns.times(supply -> of(supply.restore(), Order::at)))
                .bind("$17", columns.times(supply -> of(supply.restore(), Order::deadline)))
                .bind("$18", columns.flags(Supply::overdue))
                .bind("$19", rows.times(Watched::lookAt))
                .bind("$20", columns.times(supply -> debt(supply, Debt::switchedOn)))
                .bind("$21", columns.texts(supply -> debt(supply, SupplyRow::laterNotices)))
                .bind("$22", columns.times(supply -> of(supply.withdrawn(), Order::at)))
                .bind("$23", columns.times(supply -> of(supply.withdrawn(), Order::deadline)))
                .then();
    }

    @Override
    public Mono<List<String>> due(Instant now, Collection<String> without, int atMost) {
        return database.sql(DUE)
                .bind("$1", now)
                .bind("$2", without.toArray(String[]::new))
                .bind("$3", atMost)
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> countDue(Instant now) {
        return database.sql(COUNT_DUE)
                .bind("$1", now)
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }

    private static long paidPaise(Supply supply) {
        return supply.debt() == null ? 0 : supply.debt().paidPaise();
    }

    private static <R> @Nullable R debt(Supply supply, Function<Debt, @Nullable R> part) {
        return of(supply.debt(), part);
    }

    private static <R> @Nullable R notice(Supply supply, Function<Notice, @Nullable R> part) {
        return of(debt(supply, Debt::notice), part);
    }

    private static <T, R> @Nullable R of(@Nullable T value, Function<T, @Nullable R> part) {
        return value == null ? null : part.apply(value);
    }
}
