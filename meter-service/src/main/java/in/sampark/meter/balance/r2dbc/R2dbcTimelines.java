package in.sampark.meter.balance.r2dbc;

import in.sampark.meter.balance.Timelines;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Plan;
import in.sampark.meter.balance.domain.Timeline;
import in.sampark.meter.database.Columns;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Timelines in PostgreSQL, whole batches a statement. A connection without a row has one plan, which its account has. */
public final class R2dbcTimelines implements Timelines {

    private static final String CHANGED = """
            select t.connection_id, t.from_day, t.category, t.sanctioned_load_w, t.billing_mode, t.mode_from, a.supply_from, e.day as opened_on
            from account_terms t
            join account a on a.connection_id = t.connection_id
            left join account_entry e on e.connection_id = t.connection_id and e.kind = 'OPENING_BALANCE'
            where t.connection_id = any($1)
            """;

    private static final String FORGET = "delete from account_terms where connection_id = any($1)";

    private static final String ADD = """
            insert into account_terms (connection_id, from_day, category, sanctioned_load_w, billing_mode, mode_from)
            select * from unnest($1::text[], $2::date[], $3::text[], $4::bigint[], $5::text[], $6::date[])
            """;

    private record Declared(String connectionId, LocalDate from, Plan plan) {}

    private record Held(
            Declared declared,
            LocalDate supplyFrom,
            @Nullable LocalDate openedOn) {}

    private final DatabaseClient database;

    public R2dbcTimelines(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Timeline>> changed(Collection<String> connectionIds) {
        if (connectionIds.isEmpty()) return Mono.just(Map.of());
        return database.sql(CHANGED)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(R2dbcTimelines::held)
                .all()
                .collectList()
                .map(R2dbcTimelines::byConnection);
    }

    @Override
    public Mono<Void> save(Map<String, Timeline> timelines) {
        if (timelines.isEmpty()) return Mono.empty();
        List<Declared> rows = timelines.entrySet().stream()
                .flatMap(entry -> entry.getValue().declared().entrySet().stream()
                        .map(held -> new Declared(entry.getKey(), held.getKey(), held.getValue())))
                .toList();
        Columns<Declared> columns = Columns.of(rows);
        Columns<Plan> plans = Columns.of(rows.stream().map(Declared::plan).toList());
        return database.sql(FORGET)
                .bind("$1", timelines.keySet().toArray(String[]::new))
                .then()
                .then(database.sql(ADD)
                        .bind("$1", columns.texts(Declared::connectionId))
                        .bind("$2", columns.days(Declared::from))
                        .bind("$3", plans.texts(Plan::category))
                        .bind("$4", plans.numbers(Plan::loadW))
                        .bind("$5", plans.texts(plan -> plan.mode().name()))
                        .bind("$6", plans.days(Plan::modeFrom))
                        .then());
    }

    private static Held held(Readable row) {
        Plan plan = new Plan(
                Column.of(row, "category", String.class),
                Column.of(row, "sanctioned_load_w", Long.class),
                BillingMode.valueOf(Column.of(row, "billing_mode", String.class)),
                Column.of(row, "mode_from", LocalDate.class));
        return new Held(
                new Declared(
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "from_day", LocalDate.class),
                        plan),
                Column.of(row, "supply_from", LocalDate.class),
                row.get("opened_on", LocalDate.class));
    }

    private static Map<String, Timeline> byConnection(List<Held> rows) {
        Map<String, Timeline> timelines = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(held -> held.declared().connectionId()))
                .forEach((connectionId, held) -> timelines.put(connectionId, timeline(held)));
        return timelines;
    }

    private static Timeline timeline(List<Held> rows) {
        NavigableMap<LocalDate, Plan> declared = new TreeMap<>();
        rows.forEach(
                held -> declared.put(held.declared().from(), held.declared().plan()));
        Held any = rows.getFirst();
        return new Timeline(declared, any.supplyFrom(), any.openedOn());
    }
}
