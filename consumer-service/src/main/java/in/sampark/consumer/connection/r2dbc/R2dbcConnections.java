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
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final ConnectionSearch search;
    private final ChangedConnections changed;

    public R2dbcConnections(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        NameIndex names = new NameIndex(hash);
        this.search = new ConnectionSearch(names);
        this.changed = new ChangedConnections(database, cipher, names);
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
        return records.isEmpty() ? Mono.empty() : changed.save(records, at);
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
}
