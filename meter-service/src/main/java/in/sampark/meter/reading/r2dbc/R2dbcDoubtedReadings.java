package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.reading.Asked;
import in.sampark.meter.reading.DoubtedReadings;
import in.sampark.meter.reading.Readings.OfConnection;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Reason;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Doubted readings in PostgreSQL, whole batches a statement. */
public final class R2dbcDoubtedReadings implements DoubtedReadings {

    private static final String KEEP = """
            insert into doubted_reading (connection_id, register_at, register_wh, meter_no, moment, quality, event_id, reason, explanation,
                 received_at, standing)
            select *, $10, 'OPEN'
            from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            on conflict do nothing
            returning reason
            """;

    private static final String OPEN = """
            select id, connection_id, register_at, register_wh, meter_no, moment, quality, event_id, reason, received_at
            from doubted_reading
            where standing = 'OPEN' and %s
            order by connection_id, register_at, id
            for update
            """;

    private static final String OPEN_OF_CONNECTIONS = OPEN.formatted("connection_id = any($1)");
    private static final String OPEN_BY_ID = OPEN.formatted("id = $1");

    private static final String SETTLE = """
            update doubted_reading d
            set standing = s.standing, settled_at = $3
            from unnest($1::bigint[], $2::text[]) as s(id, standing)
            where d.id = s.id
            """;

    /** An account knows that it has discarded ones, so that nobody looks for them where there are none. */
    private static final String RULE = """
            with ruled as (
                update doubted_reading
                set standing = $2, settled_by = $3, settled_why = $4, settled_at = $5
                where id = $1 and standing = 'OPEN'
                returning connection_id, standing)
            update account a
            set discards = true
            from ruled r
            where r.standing = 'DISCARDED' and a.connection_id = r.connection_id
            """;

    private static final String DISCARDED = """
            select connection_id, register_at, register_wh, meter_no, moment, quality
            from doubted_reading
            where connection_id = any($1) and standing = 'DISCARDED'
            """;

    /** Accounts are locked first, as by whoever discards a reading. */
    private static final String LOCK_DISCARDED_BEFORE = """
            select a.connection_id
            from account a
            where a.connection_id in (select d.connection_id from doubted_reading d where d.standing = 'DISCARDED' and d.register_at < $1)
            order by a.connection_id
            for update
            """;

    private static final String FORGET = "delete from doubted_reading where register_at < $1";

    private static final String DISCARDS_NO_MORE = """
            update account a
            set discards = null
            where a.connection_id = any($1)
                and not exists (select from doubted_reading d where d.connection_id = a.connection_id and d.standing = 'DISCARDED')
            """;

    private final DatabaseClient database;

    public R2dbcDoubtedReadings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Reason>> keep(List<Doubtful> doubtful, Instant receivedAt) {
        Columns<Doubtful> columns = Columns.of(doubtful);
        Columns<Reading> readings =
                Columns.of(doubtful.stream().map(each -> each.asked().reading()).toList());
        return database.sql(KEEP)
                .bind("$1", columns.texts(each -> each.asked().connectionId()))
                .bind("$2", readings.times(Reading::at))
                .bind("$3", readings.numbers(Reading::wh))
                .bind("$4", readings.texts(Reading::meterNo))
                .bind("$5", readings.texts(reading -> reading.moment().name()))
                .bind("$6", readings.texts(reading -> reading.quality().name()))
                .bind("$7", columns.texts(each -> each.asked().eventId()))
                .bind("$8", columns.texts(each -> each.doubt().reason().name()))
                .bind("$9", columns.texts(each -> each.doubt().explanation()))
                .bind("$10", receivedAt.atOffset(ZoneOffset.UTC))
                .map(row -> Reason.valueOf(Column.of(row, 0, String.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Open>> open(Collection<String> connectionIds) {
        return database.sql(OPEN_OF_CONNECTIONS)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(R2dbcDoubtedReadings::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Open> open(long id) {
        return database.sql(OPEN_BY_ID)
                .bind("$1", id)
                .map(R2dbcDoubtedReadings::read)
                .one();
    }

    @Override
    public Mono<Map<String, Set<Reading>>> discarded(Collection<String> connectionIds) {
        if (connectionIds.isEmpty()) return Mono.just(Map.of());
        return database.sql(DISCARDED)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(row -> new OfConnection(Column.of(row, "connection_id", String.class), ReadingColumns.read(row)))
                .all()
                .collect(Collectors.groupingBy(
                        OfConnection::connectionId, Collectors.mapping(OfConnection::reading, Collectors.toSet())));
    }

    @Override
    public Mono<Void> settle(List<Settlement> settled, Instant at) {
        if (settled.isEmpty()) return Mono.empty();
        Columns<Settlement> columns = Columns.of(settled);
        return database.sql(SETTLE)
                .bind("$1", columns.numbers(Settlement::id))
                .bind("$2", columns.texts(settlement -> settlement.standing().name()))
                .bind("$3", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> rule(Ruling ruling, Instant at) {
        return database.sql(RULE)
                .bind("$1", ruling.id())
                .bind("$2", ruling.standing().name())
                .bind("$3", ruling.by())
                .bind("$4", ruling.why())
                .bind("$5", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> forget(Instant readBefore) {
        return database.sql(LOCK_DISCARDED_BEFORE)
                .bind("$1", readBefore.atOffset(ZoneOffset.UTC))
                .map(row -> Column.of(row, "connection_id", String.class))
                .all()
                .collectList()
                .flatMap(discarding -> database.sql(FORGET)
                        .bind("$1", readBefore.atOffset(ZoneOffset.UTC))
                        .then()
                        .then(discardsNoMore(discarding)));
    }

    private Mono<Void> discardsNoMore(List<String> connectionIds) {
        return connectionIds.isEmpty()
                ? Mono.empty()
                : database.sql(DISCARDS_NO_MORE)
                        .bind("$1", connectionIds.toArray(String[]::new))
                        .then();
    }

    static Open read(Readable row) {
        return new Open(
                Column.of(row, "id", Long.class),
                new Asked(
                        Column.of(row, "connection_id", String.class),
                        ReadingColumns.read(row),
                        Column.of(row, "event_id", String.class),
                        Column.of(row, "received_at", Instant.class)),
                Reason.valueOf(Column.of(row, "reason", String.class)));
    }
}
