package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.Ledger;
import in.sampark.meter.balance.Timelines;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.PostedDay;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Timeline;
import in.sampark.meter.database.Columns;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.platform.database.Column;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The ledger in PostgreSQL, whole batches a statement. */
public final class R2dbcLedger implements Ledger {

    private static final String ADD = """
            insert into ledger_entry (connection_id, day, kind, cause, at, wh, energy_paise, subsidy_paise, fixed_paise,
                 surcharge_paise, rebate_paise, minimum_paise, duty_paise, received_paise, amount_paise, carried_paise, arrears_paise)
            select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::timestamptz[], $6::bigint[], $7::bigint[],
                 $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[])
            """;

    private static final String POSTED_DAYS = """
            select e.connection_id, e.day, sum(e.wh)::bigint as wh, sum(e.energy_paise)::bigint as energy_paise,
                   sum(e.subsidy_paise)::bigint as subsidy_paise, sum(e.fixed_paise)::bigint as fixed_paise,
                   sum(e.surcharge_paise)::bigint as surcharge_paise, sum(e.rebate_paise)::bigint as rebate_paise,
                   sum(e.minimum_paise)::bigint as minimum_paise, sum(e.duty_paise)::bigint as duty_paise
            from unnest($1::text[], $2::date[]) as q(connection_id, from_day)
            join ledger_entry e on e.connection_id = q.connection_id and e.day >= q.from_day
            where e.kind in ('DAY_CHARGE', 'ADJUSTMENT')
            group by e.connection_id, e.day
            """;

    private record Day(String connectionId, LocalDate day, PostedDay posted) {}

    private final DatabaseClient database;
    private final Timelines timelines;

    public R2dbcLedger(DatabaseClient database, Timelines timelines) {
        this.database = database;
        this.timelines = timelines;
    }

    @Override
    public Mono<Void> add(List<LedgerEntry> entries) {
        if (entries.isEmpty()) return Mono.empty();
        Columns<LedgerEntry> columns = Columns.of(entries);
        Columns<Charge> charges =
                Columns.of(entries.stream().map(LedgerEntry::charge).toList());
        return database.sql(ADD)
                .bind("$1", columns.texts(LedgerEntry::connectionId))
                .bind("$2", columns.days(LedgerEntry::day))
                .bind("$3", columns.texts(entry -> entry.kind().name()))
                .bind("$4", columns.texts(LedgerEntry::cause))
                .bind("$5", columns.times(LedgerEntry::at))
                .bind("$6", columns.numbers(LedgerEntry::wh))
                .bind("$7", charges.numbers(Charge::energyPaise))
                .bind("$8", charges.numbers(Charge::subsidyPaise))
                .bind("$9", charges.numbers(Charge::fixedPaise))
                .bind("$10", charges.numbers(Charge::surchargePaise))
                .bind("$11", charges.numbers(Charge::rebatePaise))
                .bind("$12", charges.numbers(Charge::minimumPaise))
                .bind("$13", charges.numbers(Charge::dutyPaise))
                .bind("$14", columns.numbers(LedgerEntry::receivedPaise))
                .bind("$15", columns.numbers(LedgerEntry::amountPaise))
                .bind("$16", columns.numbers(LedgerEntry::carriedPaise))
                .bind("$17", columns.numbers(LedgerEntry::arrearsPaise))
                .then();
    }

    @Override
    public Mono<Map<String, PostedDays>> postedDays(Map<String, LocalDate> fromByConnection) {
        if (fromByConnection.isEmpty()) return Mono.just(Map.of());
        Columns<Map.Entry<String, LocalDate>> columns = Columns.of(fromByConnection.entrySet());
        return database.sql(POSTED_DAYS)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.days(Map.Entry::getValue))
                .map(row -> new Day(
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "day", LocalDate.class),
                        new PostedDay(Column.of(row, "wh", Long.class), ChargeRow.read(row))))
                .all()
                .collectList()
                .zipWith(timelines.changed(fromByConnection.keySet()), R2dbcLedger::byConnection);
    }

    private static Map<String, PostedDays> byConnection(List<Day> days, Map<String, Timeline> timelines) {
        Map<String, TreeMap<LocalDate, PostedDay>> byDay = new HashMap<>();
        days.forEach(day ->
                byDay.computeIfAbsent(day.connectionId(), _ -> new TreeMap<>()).put(day.day(), day.posted()));
        Map<String, PostedDays> posted = new HashMap<>();
        byDay.forEach((connectionId, of) -> posted.put(connectionId, new PostedDays(of, timelines.get(connectionId))));
        return posted;
    }
}
