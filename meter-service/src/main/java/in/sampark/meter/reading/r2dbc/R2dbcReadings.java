package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.database.Columns;
import in.sampark.meter.reading.Readings;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Registers in PostgreSQL, whole batches a statement. */
public final class R2dbcReadings implements Readings {

    private static final String AROUND = """
            select r.connection_id, r.register_at, r.register_wh
            from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as q(connection_id, first_at, last_at)
            cross join lateral (
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at < q.first_at
                 order by r.register_at desc limit 1)
                union all
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at between q.first_at and q.last_at)
                union all
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at > q.last_at
                 order by r.register_at limit 1)) r
            """;

    private static final String ADD = """
            insert into reading (connection_id, register_at, register_wh)
            select * from unnest($1::text[], $2::timestamptz[], $3::bigint[])
            """;

    private final DatabaseClient database;

    public R2dbcReadings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, List<Register>>> around(Map<String, Span> spans) {
        if (spans.isEmpty()) return Mono.just(Map.of());
        Columns<Map.Entry<String, Span>> columns = Columns.of(spans.entrySet());
        return database.sql(AROUND)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.times(span -> span.getValue().first()))
                .bind("$3", columns.times(span -> span.getValue().last()))
                .map(row -> new Reading(
                        Column.of(row, "connection_id", String.class),
                        new Register(
                                Column.of(row, "register_at", Instant.class),
                                Column.of(row, "register_wh", Long.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Reading::connectionId, Collectors.mapping(Reading::register, Collectors.toList())));
    }

    @Override
    public Mono<Void> add(List<Reading> readings) {
        if (readings.isEmpty()) return Mono.empty();
        Columns<Reading> columns = Columns.of(readings);
        return database.sql(ADD)
                .bind("$1", columns.texts(Reading::connectionId))
                .bind("$2", columns.times(reading -> reading.register().at()))
                .bind("$3", columns.numbers(reading -> reading.register().wh()))
                .then();
    }
}
