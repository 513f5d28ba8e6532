package in.sampark.consumer.contact.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Doubt;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The numbers of contacts as rows: encrypted for their connection, found by keyed hash. */
final class NumberRows {

    private static final String DELETE_OTHERS = """
            delete from contact_number
             where connection_id = any(:ids)
               and (connection_id, number_hash) not in (
                   select * from unnest(:owners::text[], :hashes::text[]))
            """;

    /** What is no longer primary comes first: two of a connection are refused at any moment. */
    private static final String SAVE = """
            insert into contact_number (
                   connection_id, number_hash, number, is_primary, claimed_at, verified_at, doubt_reason, doubted_at,
                   requested, hash_key)
            select connection_id, number_hash, number, is_primary, claimed_at, verified_at, doubt_reason,
                   doubted_at, requested, :hashKey
              from unnest(
                   :owners::text[], :hashes::text[], :numbers::bytea[], :primaries::boolean[],
                   :claimed::timestamptz[], :verified::timestamptz[], :reasons::text[], :doubted::timestamptz[],
                   :requested::boolean[])
                as bound (
                   connection_id, number_hash, number, is_primary, claimed_at, verified_at, doubt_reason, doubted_at,
                   requested)
             order by connection_id, is_primary
                on conflict (connection_id, number_hash) do update set
                   is_primary = excluded.is_primary, verified_at = excluded.verified_at,
                   doubt_reason = excluded.doubt_reason, doubted_at = excluded.doubted_at,
                   requested = excluded.requested, hash_key = excluded.hash_key
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    NumberRows(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
    }

    /** Makes the contacts' numbers those on record. */
    Mono<Void> replace(List<Contact> contacts) {
        return Mono.fromSupplier(() -> hidden(contacts))
                .subscribeOn(Schedulers.boundedElastic()) // a thousand numbers take longer than others should wait
                .flatMap(hidden -> delete(contacts, hidden).then(Mono.defer(() -> save(hidden))));
    }

    private List<Hidden> hidden(List<Contact> contacts) {
        return contacts.stream()
                .flatMap(held -> held.numbers().stream().map(number -> hidden(held.connectionId(), number)))
                .toList();
    }

    private Hidden hidden(ConnectionId owner, ContactNumber number) {
        String e164 = number.number().e164();
        return new Hidden(owner.toString(), number, hash.hex(e164), cipher.encrypt(e164, owner.toString()));
    }

    /** The number of a contact's row joined with it, if it is joined with one. */
    Optional<ContactNumber> joined(Readable row, ConnectionId id) {
        byte[] number = row.get("number", byte[].class);
        return number == null
                ? Optional.empty()
                : Optional.of(new ContactNumber(
                        new MobileNumber(cipher.decrypt(number, id.toString())),
                        Column.of(row, "is_primary", Boolean.class),
                        Column.of(row, "claimed_at", Instant.class),
                        row.get("verified_at", Instant.class),
                        doubt(row),
                        Column.of(row, "requested", Boolean.class)));
    }

    private static @Nullable Doubt doubt(Readable row) {
        String reason = row.get("doubt_reason", String.class);
        return reason == null
                ? null
                : new Doubt(DoubtReason.valueOf(reason), Column.of(row, "doubted_at", Instant.class));
    }

    private Mono<Void> delete(List<Contact> contacts, List<Hidden> kept) {
        return database.sql(DELETE_OTHERS)
                .bind("ids", array(contacts, held -> held.connectionId().toString(), String[]::new))
                .bind("owners", array(kept, Hidden::owner, String[]::new))
                .bind("hashes", array(kept, Hidden::hash, String[]::new))
                .then();
    }

    private Mono<Void> save(List<Hidden> numbers) {
        if (numbers.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind("owners", array(numbers, Hidden::owner, String[]::new))
                .bind("hashes", array(numbers, Hidden::hash, String[]::new))
                .bind("numbers", array(numbers, Hidden::encrypted, byte[][]::new))
                .bind("primaries", array(numbers, held -> held.number().primary(), Boolean[]::new))
                .bind("hashKey", hash.key())
                .bind("claimed", array(numbers, held -> utc(held.number().claimedAt()), OffsetDateTime[]::new))
                .bind("verified", array(numbers, held -> utc(held.number().verifiedAt()), OffsetDateTime[]::new))
                .bind("reasons", array(numbers, Hidden::doubtReason, String[]::new))
                .bind("requested", array(numbers, held -> held.number().requested(), Boolean[]::new))
                .bind("doubted", array(numbers, held -> utc(held.doubtedAt()), OffsetDateTime[]::new))
                .then();
    }

    /** By which a number can be on record: by all keys, for a rotation takes a while. */
    String[] hashes(MobileNumber number) {
        return hash.all(number.e164()).toArray(String[]::new);
    }

    private static <R, T extends @Nullable Object> T[] array(
            List<R> rows, Function<R, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /**
     * A number as it is stored.
     *
     * @param owner the connection it is bound to
     */
    private record Hidden(String owner, ContactNumber number, String hash, byte[] encrypted) {

        @Nullable
        String doubtReason() {
            Doubt doubt = number.doubt();
            return doubt == null ? null : doubt.reason().name();
        }

        @Nullable
        Instant doubtedAt() {
            Doubt doubt = number.doubt();
            return doubt == null ? null : doubt.since();
        }
    }
}
