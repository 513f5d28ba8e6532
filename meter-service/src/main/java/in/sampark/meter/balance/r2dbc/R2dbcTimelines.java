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
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Timelines in PostgreSQL, whole batches a statement. A connection without a row has one plan, which its account has. */
public final class R2dbcTimelines implements Timelines {

    private static final String CHANGED = """
            select connection_id, from_day, category, sanctioned_load_w, billing_mode, mode_from
            from account_terms
            where connection_id = any($1)
            """;

    private static final String FORGET = "delete from account_terms where connection_id = any($1)";

    private static final String ADD = """
            insert into account_terms (connection_id, from_day, category, sanctioned_load_w, billing_mode, mode_from)
            select * from unnest($1::text[], $2::date[], $3::text[], $4::bigint[], $5::text[], $6::date[])
            """;

    private record Held(String connectionId, LocalDate from, Plan plan) {}

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
        List<Held> rows = timelines.entrySet().stream()
                .flatMap(entry -> entry.getValue().plans().entrySet().stream()
                        .map(held -> new Held(entry.getKey(), held.getKey(), held.getValue())))
                .toList();
        Columns<Held> columns = Columns.of(rows);
        Columns<Plan> plans = Columns.of(rows.stream().map(Held::plan).toList());
        return database.sql(FORGET)
                .bind("$1", timelines.keySet().toArray(String[]::new))
                .then()
                .then(database.sql(ADD)
                        .bind("$1", columns.texts(Held::connectionId))
                        .bind("$2", columns.days(Held::from))
                        .bind("$3", plans.texts(Plan::category))
                        .bind("$4", plans.numbers(Plan::loadW))
                        .bind("$5", plans.texts(plan -> plan.mode().name()))
                        .bind("$6", plans.days(Plan::modeFrom))
                        .then());
    }

    private static Held held(Readable row) {
        return new Held(
                Column.of(row, "connection_id", String.class),
                Column.of(row, "from_day", LocalDate.class),
                new Plan(
                        Column.of(row, "category", String.class),
                        Column.of(row, "sanctioned_load_w", Long.class),
                        BillingMode.valueOf(Column.of(row, "billing_mode", String.class)),
                        Column.of(row, "mode_from", LocalDate.class)));
    }

    private static Map<String, Timeline> byConnection(List<Held> rows) {
        Map<String, NavigableMap<LocalDate, Plan>> plans = new HashMap<>();
        rows.forEach(held ->
                plans.computeIfAbsent(held.connectionId(), _ -> new TreeMap<>()).put(held.from(), held.plan()));
        Map<String, Timeline> timelines = new HashMap<>();
        plans.forEach((connectionId, held) -> timelines.put(connectionId, new Timeline(held)));
        return timelines;
    }
}
