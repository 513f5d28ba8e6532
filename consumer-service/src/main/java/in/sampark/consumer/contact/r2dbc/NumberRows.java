package in.sampark.consumer.contact.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Doubt;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Bytea;
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
                   hash_key)
            select connection_id, number_hash, decode(number, 'hex'), is_primary, claimed_at, verified_at, doubt_reason,
                   doubted_at, :hashKey
              from unnest(
                   :owners::text[], :hashes::text[], :numbers::text[], :primaries::boolean[],
                   :claimed::timestamptz[], :verified::timestamptz[], :reasons::text[], :doubted::timestamptz[])
                as bound (
                   connection_id, number_hash, number, is_primary, claimed_at, verified_at, doubt_reason, doubted_at)
             order by connection_id, is_primary
                on conflict (connection_id, number_hash) do update set
                   is_primary = excluded.is_primary, verified_at = excluded.verified_at,
                   doubt_reason = excluded.doubt_reason, doubted_at = excluded.doubted_at,
                   hash_key = excluded.hash_key
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
        List<Owned> owned = contacts.stream()
                .flatMap(held -> held.numbers().stream().map(number -> new Owned(held.connectionId(), number)))
                .toList();
        return delete(contacts, owned).then(Mono.defer(() -> save(owned)));
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
                        doubt(row)));
    }

    private static @Nullable Doubt doubt(Readable row) {
        String reason = row.get("doubt_reason", String.class);
        return reason == null
                ? null
                : new Doubt(DoubtReason.valueOf(reason), Column.of(row, "doubted_at", Instant.class));
    }

    private Mono<Void> delete(List<Contact> contacts, List<Owned> kept) {
        return database.sql(DELETE_OTHERS)
                .bind("ids", array(contacts, held -> held.connectionId().toString(), String[]::new))
                .bind("owners", array(kept, Owned::ownerText, String[]::new))
                .bind("hashes", array(kept, this::hash, String[]::new))
                .then();
    }

    private Mono<Void> save(List<Owned> owned) {
        if (owned.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind("owners", array(owned, Owned::ownerText, String[]::new))
                .bind("hashes", array(owned, this::hash, String[]::new))
                .bind("numbers", Bytea.hex(owned.stream().map(this::encrypted)))
                .bind("primaries", array(owned, held -> held.number().primary(), Boolean[]::new))
                .bind("hashKey", hash.key())
                .bind("claimed", array(owned, held -> utc(held.number().claimedAt()), OffsetDateTime[]::new))
                .bind("verified", array(owned, held -> utc(held.number().verifiedAt()), OffsetDateTime[]::new))
                .bind("reasons", array(owned, Owned::doubtReason, String[]::new))
                .bind("doubted", array(owned, held -> utc(held.doubtedAt()), OffsetDateTime[]::new))
                .then();
    }

    /** By which a number can be on record: by all keys, for a rotation takes a while. */
    String[] hashes(MobileNumber number) {
        return hash.all(number.e164()).toArray(String[]::new);
    }

    private String hash(Owned held) {
        return hash.hex(held.number().number().e164());
    }

    private byte[] encrypted(Owned held) {
        return cipher.encrypt(held.number().number().e164(), held.ownerText());
    }

    private static <R, T extends @Nullable Object> T[] array(
            List<R> rows, Function<R, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** A number with the connection it is bound to. */
    private record Owned(ConnectionId owner, ContactNumber number) {

        String ownerText() {
            return owner.toString();
        }

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
