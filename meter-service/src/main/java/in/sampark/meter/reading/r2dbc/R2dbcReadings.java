package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.reading.Readings;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.platform.database.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Registers in PostgreSQL, whole batches a statement. */
public final class R2dbcReadings implements Readings {

    /**
     * How far from readings their neighbours are looked for, one after the other while some are missing, and then everywhere. Meters report daily at
     * least; further away there are hundreds of partitions, and each costs.
     */
    private static final List<Duration> REACHES = List.of(Duration.ofDays(3), Duration.ofDays(40));

    /** The bounds $4 and $5 say nothing new of a row: by them the planner leaves out partitions, which it cannot by bounds that come from a join. */
    private static final String AROUND = """
            select r.connection_id, r.register_at, r.register_wh, r.meter_no, r.moment, r.quality
            from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as q(connection_id, first_at, last_at)
            cross join lateral (
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at < q.first_at and r.register_at between $4 and $5
                 order by r.register_at desc limit 1)
                union all
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at between q.first_at and q.last_at
                   and r.register_at between $4 and $5)
                union all
                (select * from reading r
                 where r.connection_id = q.connection_id and r.register_at > q.last_at and r.register_at between $4 and $5
                 order by r.register_at limit 1)) r
            """;

    private static final String FIRST = """
            select r.connection_id, r.register_at, r.register_wh, r.meter_no, r.moment, r.quality
            from unnest($1::text[]) as q(connection_id)
            cross join lateral (
                select * from reading r where r.connection_id = q.connection_id order by r.register_at limit 1) r
            """;

    private static final String INSERT = """
            insert into reading (connection_id, register_at, register_wh, meter_no, moment, quality)
            select * from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::text[], $5::text[], $6::text[])
            """;

    private static final String ADD = "with kept as (" + INSERT + """
            returning connection_id, register_at)
            select distinct d.connection_id
            from kept k
            join doubted_reading d on d.connection_id = k.connection_id and d.standing = 'OPEN'
              and (d.register_at > k.register_at or k.connection_id = any($7))
            """;

    /** An insert finds the partition by the key; an update would look for the row in all of them. */
    private static final String REPLACE = INSERT + """
            on conflict (connection_id, register_at) do update
            set register_wh = excluded.register_wh, meter_no = excluded.meter_no, moment = excluded.moment, quality = excluded.quality
            """;

    private final DatabaseClient database;

    public R2dbcReadings(DatabaseClient database) {
        this.database = database;
    }

    /** A meter whose clock is years behind is asked for by itself: with it, all would be looked for in every partition since. */
    @Override
    public Mono<Map<String, List<Reading>>> around(Map<String, Span> spans) {
        if (spans.isEmpty()) return Mono.just(Map.of());
        Instant near = latest(spans, Span::last).minus(REACHES.getLast());
        Map<String, Span> late = new HashMap<>(spans);
        late.values().removeIf(span -> !span.first().isBefore(near));
        if (late.isEmpty()) return around(spans, REACHES);
        Map<String, Span> others = new HashMap<>(spans);
        others.keySet().removeAll(late.keySet());
        return Mono.zip(around(others, REACHES), around(late, REACHES))
                .map(found -> joined(found.getT1(), found.getT2()));
    }

    private Mono<Map<String, List<Reading>>> around(Map<String, Span> spans, List<Duration> reaches) {
        if (spans.isEmpty()) return Mono.just(Map.of());
        if (reaches.isEmpty()) return between(earliest(spans, Span::from), latest(spans, Span::to), spans);
        Duration reach = reaches.getFirst();
        Instant from = earliest(spans, Span::first).minus(reach);
        Instant to = latest(spans, Span::last).plus(reach);
        return between(from, to, spans).flatMap(near -> {
            Map<String, Span> alone = new HashMap<>(spans);
            alone.entrySet()
                    .removeIf(span ->
                            hasNeighbours(near.getOrDefault(span.getKey(), List.of()), span.getValue(), from, to));
            if (alone.isEmpty()) return Mono.just(near);
            return around(alone, reaches.subList(1, reaches.size())).map(further -> joined(near, further));
        });
    }

    private static Map<String, List<Reading>> joined(
            Map<String, List<Reading>> some, Map<String, List<Reading>> others) {
        Map<String, List<Reading>> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Whether nothing nearer is to be found outside these times. */
    private static boolean hasNeighbours(List<Reading> found, Span span, Instant from, Instant to) {
        boolean before = !span.from().isBefore(from)
                || found.stream().anyMatch(reading -> reading.at().isBefore(span.first()));
        boolean after = !span.to().isAfter(to)
                || found.stream().anyMatch(reading -> reading.at().isAfter(span.last()));
        return before && after;
    }

    private static Instant earliest(Map<String, Span> spans, Function<Span, Instant> end) {
        return spans.values().stream().map(end).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant latest(Map<String, Span> spans, Function<Span, Instant> end) {
        return spans.values().stream().map(end).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Mono<Map<String, List<Reading>>> between(Instant from, Instant to, Map<String, Span> spans) {
        Columns<Map.Entry<String, Span>> columns = Columns.of(spans.entrySet());
        return database.sql(AROUND)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.times(span -> span.getValue().first()))
                .bind("$3", columns.times(span -> span.getValue().last()))
                .bind("$4", from.atOffset(ZoneOffset.UTC))
                .bind("$5", to.atOffset(ZoneOffset.UTC))
                .map(row -> new OfConnection(Column.of(row, "connection_id", String.class), ReadingColumns.read(row)))
                .all()
                .collect(Collectors.groupingBy(
                        OfConnection::connectionId, Collectors.mapping(OfConnection::reading, Collectors.toList())));
    }

    @Override
    public Mono<Map<String, Reading>> first(Collection<String> connectionIds) {
        return database.sql(FIRST)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(row -> new OfConnection(Column.of(row, "connection_id", String.class), ReadingColumns.read(row)))
                .all()
                .collectMap(OfConnection::connectionId, OfConnection::reading);
    }

    @Override
    public Mono<Set<String>> add(List<OfConnection> readings, Set<String> reachedBack) {
        if (readings.isEmpty()) return Mono.just(Set.of());
        return write(ADD, readings)
                .bind("$7", reachedBack.toArray(String[]::new))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> replace(List<OfConnection> readings) {
        return readings.isEmpty() ? Mono.empty() : write(REPLACE, readings).then();
    }

    private GenericExecuteSpec write(String sql, List<OfConnection> readings) {
        Columns<OfConnection> columns = Columns.of(readings);
        Columns<Reading> registers =
                Columns.of(readings.stream().map(OfConnection::reading).toList());
        return database.sql(sql)
                .bind("$1", columns.texts(OfConnection::connectionId))
                .bind("$2", registers.times(Reading::at))
                .bind("$3", registers.numbers(Reading::wh))
                .bind("$4", registers.texts(Reading::meterNo))
                .bind("$5", registers.texts(ReadingColumns::moment))
                .bind("$6", registers.texts(ReadingColumns::quality));
    }
}
