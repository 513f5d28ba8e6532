package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Connections as rows; the name is encrypted for its connection. */
public class R2dbcConnections implements Connections {

    private static final String SELECT = """
            select connection_id, version, area_path, name, substation, feeder_code, dt_code, category,
                   sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, billing_mode_from
              from connection
            """;
    private static final String FIND = SELECT + " where connection_id = :id";
    private static final String AREAS =
            "select connection_id, area_path from connection where connection_id = any(:ids)";
    private static final String LOCK = SELECT + " where connection_id = any(:ids) order by connection_id for update";

    private static final String LOCK_PAGE = SELECT
            + " where connection_id > :after and discom = :discom order by connection_id limit :limit for update";

    /** A version that does not follow the one on record is somebody else's race won: no row comes back for it. */
    private static final String SAVE = """
            insert into connection as held (
                   connection_id, version, discom, account_no, area_path, name, substation, feeder_code, dt_code, category,
                   sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, name_words, name_words_key,
                   billing_mode_from, recorded_at)
            select connection_id, version, discom, account_no, area_path, decode(name, 'hex'), substation, feeder_code,
                   dt_code, category, sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, name_words::bigint[],
                   case when name is not null then :wordsKey end, billing_mode_from, :at
              from unnest(
                   :ids::text[], :versions::bigint[], :discoms::text[], :accounts::text[], :areas::text[],
                   :names::text[], :substations::text[], :feeders::text[], :transformers::text[], :categories::text[],
                   :loads::bigint[], :modes::text[], :meters::text[], :froms::date[], :tos::date[], :words::text[],
                   :modeFroms::date[])
                as changed (
                   connection_id, version, discom, account_no, area_path, name, substation, feeder_code, dt_code, category,
                   sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, name_words,
                   billing_mode_from)
             order by connection_id
                on conflict (connection_id) do update set
                   version = excluded.version, area_path = excluded.area_path, name = excluded.name,
                   substation = excluded.substation, feeder_code = excluded.feeder_code, dt_code = excluded.dt_code,
                   category = excluded.category, sanctioned_load_w = excluded.sanctioned_load_w,
                   billing_mode = excluded.billing_mode, meter_no = excluded.meter_no,
                   supply_from = excluded.supply_from, supply_to = excluded.supply_to,
                   billing_mode_from = excluded.billing_mode_from,
                   name_words = excluded.name_words, name_words_key = excluded.name_words_key, recorded_at = excluded.recorded_at
             where held.version = excluded.version - 1
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final NameIndex names;
    private final ConnectionSearch search;

    public R2dbcConnections(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.names = new NameIndex(hash);
        this.search = new ConnectionSearch(names);
    }

    @Override
    public Mono<RecordedConnection> find(ConnectionId id) {
        return database.sql(FIND).bind("id", id.toString()).map(this::recorded).one();
    }

    @Override
    public Mono<List<RecordedConnection>> search(ConnectionsWanted wanted, Place after, int atMost) {
        return search.prepare(database, wanted)
                .thenMany(Flux.defer(() -> search.statement(database, SELECT, wanted, after, atMost)
                        .map(this::recorded)
                        .all()))
                .collectList();
    }

    @Override
    public Mono<Map<ConnectionId, AreaPath>> areas(Collection<ConnectionId> ids) {
        return database.sql(AREAS)
                .bind("ids", ids.stream().map(ConnectionId::toString).toArray(String[]::new))
                .map(row ->
                        Map.entry(ConnectionId.of(text(row, "connection_id")), new AreaPath(text(row, "area_path"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Map<ConnectionId, RecordedConnection>> lock(Collection<ConnectionId> ids) {
        return database.sql(LOCK)
                .bind("ids", ids.stream().map(ConnectionId::toString).toArray(String[]::new))
                .map(this::recorded)
                .all()
                .collectMap(found -> found.connection().id());
    }

    @Override
    public Mono<List<RecordedConnection>> lockPage(String discom, String after, int atMost) {
        return database.sql(LOCK_PAGE)
                .bind("discom", discom)
                .bind("after", after.isEmpty() ? discom + ":" : after)
                .bind("limit", atMost)
                .map(this::recorded)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> save(List<RecordedConnection> records, Instant at) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        return Mono.fromSupplier(() -> hidden(records))
                .subscribeOn(Schedulers.boundedElastic()) // a thousand names take longer than others should wait
                .flatMap(names -> save(records, names, at));
    }

    private Mono<Void> save(List<RecordedConnection> records, HiddenNames hidden, Instant at) {
        var rows = new Rows(records);
        return database.sql(SAVE)
                .bind("wordsKey", names.key())
                .bind("words", hidden.words())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("ids", rows.of(held -> held.id().toString(), String[]::new))
                .bind(
                        "versions",
                        records.stream().map(RecordedConnection::version).toArray(Long[]::new))
                .bind("discoms", rows.of(held -> held.id().discom(), String[]::new))
                .bind("accounts", rows.of(held -> held.id().accountNo(), String[]::new))
                .bind("areas", rows.of(held -> held.area().path(), String[]::new))
                .bind("names", hidden.names())
                .bind("substations", rows.of(held -> held.feedingPoint().substation(), String[]::new))
                .bind("feeders", rows.of(held -> held.feedingPoint().feederCode(), String[]::new))
                .bind("transformers", rows.of(held -> held.feedingPoint().dtCode(), String[]::new))
                .bind("categories", rows.of(Connection::category, String[]::new))
                .bind("loads", rows.of(Connection::sanctionedLoadW, Long[]::new))
                .bind("modes", rows.of(held -> held.billingMode().name(), String[]::new))
                .bind("meters", rows.of(Connection::meterNo, String[]::new))
                .bind("froms", rows.of(held -> held.supply().from(), LocalDate[]::new))
                .bind("tos", rows.of(held -> held.supply().to(), LocalDate[]::new))
                .bind("modeFroms", rows.of(Connection::billingModeFrom, LocalDate[]::new))
                .fetch()
                .rowsUpdated()
                .filter(saved -> saved == records.size())
                .switchIfEmpty(Mono.error(() ->
                        new OptimisticLockingFailureException("a connection was recorded by somebody else meanwhile")))
                .then();
    }

    /** Names as they are stored. @param words what they are found by */
    private record HiddenNames(
            @Nullable String[] names, @Nullable String[] words) {}

    private HiddenNames hidden(List<RecordedConnection> records) {
        return new HiddenNames(
                Bytea.hex(records.stream().map(held -> encryptedName(held.connection()))),
                records.stream().map(held -> words(held.connection())).toArray(String[]::new));
    }

    private @Nullable String words(Connection connection) {
        ConsumerName name = connection.name();
        return name == null ? null : names.of(name);
    }

    private byte @Nullable [] encryptedName(Connection connection) {
        ConsumerName name = connection.name();
        return name == null ? null : cipher.encrypt(name.text(), connection.id().toString());
    }

    private RecordedConnection recorded(Readable row) {
        ConnectionId id = ConnectionId.of(text(row, "connection_id"));
        byte[] name = row.get("name", byte[].class);
        Connection connection = new Connection(
                id,
                new AreaPath(text(row, "area_path")),
                name == null ? null : new ConsumerName(cipher.decrypt(name, id.toString())),
                new FeedingPoint(text(row, "substation"), text(row, "feeder_code"), text(row, "dt_code")),
                text(row, "category"),
                Column.of(row, "sanctioned_load_w", Long.class),
                BillingMode.valueOf(text(row, "billing_mode")),
                row.get("meter_no", String.class),
                new SupplyPeriod(Column.of(row, "supply_from", LocalDate.class), row.get("supply_to", LocalDate.class)),
                row.get("billing_mode_from", LocalDate.class));
        return new RecordedConnection(connection, Column.of(row, "version", Long.class));
    }

    private static String text(Readable row, String column) {
        return Column.of(row, column, String.class);
    }

    /** Columns as arrays. */
    private record Rows(List<RecordedConnection> records) {

        <T> @Nullable T[] of(Function<Connection, @Nullable T> column, IntFunction<@Nullable T[]> array) {
            return records.stream()
                    .map(RecordedConnection::connection)
                    .map(column)
                    .toArray(array);
        }
    }
}
