package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.platform.crypto.FieldCipher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Connections written as rows, a whole batch a statement: their names are encrypted, and hashed so that they are found. */
final class ChangedConnections {

    /** A version that does not follow the one on record is somebody else's race won: no row comes back for it. */
    private static final String SAVE = """
            insert into connection as held (
                   connection_id, version, discom, account_no, area_path, name, substation, feeder_code, dt_code, category,
                   sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, name_words, name_words_key,
                   billing_mode_from, recorded_at)
            select connection_id, version, discom, account_no, area_path, name, substation, feeder_code,
                   dt_code, category, sanctioned_load_w, billing_mode, meter_no, supply_from, supply_to, name_words::bigint[],
                   case when name is not null then :wordsKey end, billing_mode_from, :at
              from unnest(
                   :ids::text[], :versions::bigint[], :discoms::text[], :accounts::text[], :areas::text[],
                   :names::bytea[], :substations::text[], :feeders::text[], :transformers::text[], :categories::text[],
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

    ChangedConnections(DatabaseClient database, FieldCipher cipher, NameIndex names) {
        this.database = database;
        this.cipher = cipher;
        this.names = names;
    }

    /** Joins the caller's transaction; fails when one of them was recorded by somebody else meanwhile. */
    Mono<Void> save(List<RecordedConnection> records, Instant at) {
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
            byte[] @Nullable [] names, @Nullable String[] words) {}

    private HiddenNames hidden(List<RecordedConnection> records) {
        return new HiddenNames(
                records.stream().map(held -> encryptedName(held.connection())).toArray(byte[][]::new),
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
