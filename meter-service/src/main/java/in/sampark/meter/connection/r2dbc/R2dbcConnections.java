package in.sampark.meter.connection.r2dbc;

import in.sampark.contract.consumer.Connection;
import in.sampark.meter.connection.Connections;
import in.sampark.meter.database.Columns;
import in.sampark.platform.database.Column;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Connections in PostgreSQL, whole batches a statement. */
public final class R2dbcConnections implements Connections {

    private static final String HELD =
            "select connection_id, version, supply_from from connection where connection_id = any($1)";

    private static final String KEEP = """
            insert into connection (connection_id, version, topic_offset, discom, account_no, area_path, substation, feeder_code, dt_code,
                 category, sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                 $10::text[], $11::bigint[], $12::text[], $13::text[], $14::date[], $15::date[]) as n(connection_id)
            order by n.connection_id
            on conflict (connection_id) do update
            set version = excluded.version, topic_offset = excluded.topic_offset, removed = false, discom = excluded.discom,
                account_no = excluded.account_no, area_path = excluded.area_path, substation = excluded.substation,
                feeder_code = excluded.feeder_code, dt_code = excluded.dt_code, category = excluded.category,
                sanctioned_load_w = excluded.sanctioned_load_w, billing_mode = excluded.billing_mode, meter_no = excluded.meter_no,
                supply_from = excluded.supply_from, supply_to = excluded.supply_to
            where excluded.version > connection.version
            returning connection_id
            """;

    private static final String REMOVE = """
            update connection c
            set removed = true, topic_offset = n.topic_offset
            from unnest($1::text[], $2::bigint[]) as n(connection_id, topic_offset)
            where c.connection_id = n.connection_id and c.topic_offset < n.topic_offset and not c.removed
            returning c.connection_id
            """;

    private final DatabaseClient database;

    public R2dbcConnections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Held>> held(Collection<String> connectionIds) {
        return database.sql(HELD)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(row -> Map.entry(
                        Column.of(row, "connection_id", String.class),
                        new Held(
                                Column.of(row, "version", Long.class), Column.of(row, "supply_from", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Set<String>> keep(Collection<Known> connections) {
        if (connections.isEmpty()) return Mono.just(Set.of());
        Columns<Known> known = Columns.of(connections);
        Columns<Connection> columns =
                Columns.of(connections.stream().map(Known::connection).toList());
        return database.sql(KEEP)
                .bind("$1", columns.texts(Connection::getConnectionId))
                .bind("$2", columns.numbers(Connection::getVersion))
                .bind("$3", known.numbers(Known::offset))
                .bind("$4", columns.texts(Connection::getDiscom))
                .bind("$5", columns.texts(Connection::getAccountNo))
                .bind("$6", columns.texts(Connection::getAreaPath))
                .bind("$7", columns.texts(Connection::getSubstation))
                .bind("$8", columns.texts(Connection::getFeederCode))
                .bind("$9", columns.texts(Connection::getDtCode))
                .bind("$10", columns.texts(Connection::getCategory))
                .bind("$11", columns.numbers(Connection::getSanctionedLoadW))
                .bind(
                        "$12",
                        columns.texts(connection -> connection.getBillingMode().name()))
                .bind("$13", columns.texts(Connection::getMeterNo))
                .bind("$14", columns.days(Connection::getSupplyFrom))
                .bind("$15", columns.days(Connection::getSupplyTo))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Set<String>> remove(Map<String, Long> offsetByConnection) {
        if (offsetByConnection.isEmpty()) return Mono.just(Set.of());
        Columns<Map.Entry<String, Long>> columns = Columns.of(offsetByConnection.entrySet());
        return database.sql(REMOVE)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.numbers(Map.Entry::getValue))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collect(Collectors.toSet());
    }
}
