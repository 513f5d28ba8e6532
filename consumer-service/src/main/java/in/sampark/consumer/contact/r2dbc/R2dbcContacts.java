package in.sampark.consumer.contact.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts as rows; a number is encrypted for its connection and found by keyed hash. */
public class R2dbcContacts implements Contacts {

    private static final String SELECT = """
            select connection_id, version, language, number, is_primary, claimed_at, verified_at
              from contact left join contact_number using (connection_id)
             where connection_id = any(:ids)
             order by connection_id, is_primary desc
            """;

    /** A statement of its own: numbers joined to a row that was waited for would be those from before the wait. */
    private static final String LOCK = """
            select connection_id from contact where connection_id = any(:ids) order by connection_id for update
            """;

    /** A version that does not follow the one on record is somebody else's race won: no row comes back for it. */
    private static final String SAVE = """
            insert into contact as held (connection_id, version, language, recorded_at)
            select connection_id, version, language, :at
              from unnest(:ids::text[], :versions::bigint[], :languages::text[])
                as changed (connection_id, version, language)
             order by connection_id
                on conflict (connection_id) do update set
                   version = excluded.version, language = excluded.language, recorded_at = excluded.recorded_at
             where held.version = excluded.version - 1
            """;

    private static final String DELETE_NUMBERS = """
            delete from contact_number
             where connection_id = any(:ids)
               and (connection_id, number_hash) not in (
                   select * from unnest(:owners::text[], :hashes::text[]))
            """;

    private static final String SAVE_NUMBERS = """
            insert into contact_number (connection_id, number_hash, number, is_primary, claimed_at, verified_at)
            select connection_id, number_hash, decode(number, 'hex'), is_primary, claimed_at, verified_at
              from unnest(
                   :owners::text[], :hashes::text[], :numbers::text[], :primaries::boolean[],
                   :claimed::timestamptz[], :verified::timestamptz[])
                as bound (connection_id, number_hash, number, is_primary, claimed_at, verified_at)
                on conflict (connection_id, number_hash) do update set
                   is_primary = excluded.is_primary, verified_at = excluded.verified_at
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    public R2dbcContacts(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
    }

    @Override
    public Mono<Contact> find(ConnectionId id) {
        return select(List.of(id)).next();
    }

    @Override
    public Mono<Map<ConnectionId, Contact>> lock(Collection<ConnectionId> ids) {
        return database.sql(LOCK)
                .bind("ids", texts(ids))
                .then()
                .thenMany(Flux.defer(() -> select(ids)))
                .collectMap(Contact::connectionId);
    }

    @Override
    public Mono<Void> save(List<Contact> records, Instant at) {
        return records.isEmpty()
                ? Mono.empty()
                : saveContacts(records, at)
                        .then(Mono.defer(() -> deleteNumbers(records)))
                        .then(Mono.defer(() -> saveNumbers(records)));
    }

    private Mono<Void> saveContacts(List<Contact> records, Instant at) {
        return database.sql(SAVE)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("ids", texts(ids(records)))
                .bind("versions", array(records, Contact::version, Long[]::new))
                .bind("languages", array(records, held -> held.language().code(), String[]::new))
                .fetch()
                .rowsUpdated()
                .filter(saved -> saved == records.size())
                .switchIfEmpty(Mono.error(() ->
                        new OptimisticLockingFailureException("a contact was recorded by somebody else meanwhile")))
                .then();
    }

    private Mono<Void> deleteNumbers(List<Contact> records) {
        List<Owned> owned = owned(records);
        return database.sql(DELETE_NUMBERS)
                .bind("ids", texts(ids(records)))
                .bind("owners", array(owned, Owned::ownerText, String[]::new))
                .bind("hashes", array(owned, this::hash, String[]::new))
                .then();
    }

    private Mono<Void> saveNumbers(List<Contact> records) {
        List<Owned> owned = owned(records);
        if (owned.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE_NUMBERS)
                .bind("owners", array(owned, Owned::ownerText, String[]::new))
                .bind("hashes", array(owned, this::hash, String[]::new))
                .bind("numbers", Bytea.hex(owned.stream().map(this::encrypted)))
                .bind("primaries", array(owned, held -> held.number().primary(), Boolean[]::new))
                .bind("claimed", array(owned, held -> utc(held.number().claimedAt()), OffsetDateTime[]::new))
                .bind("verified", array(owned, held -> utc(held.number().verifiedAt()), OffsetDateTime[]::new))
                .then();
    }

    private Flux<Contact> select(Collection<ConnectionId> ids) {
        return database.sql(SELECT)
                .bind("ids", texts(ids))
                .map(this::row)
                .all()
                .bufferUntilChanged(Row::id)
                .map(R2dbcContacts::contact);
    }

    private Row row(Readable row) {
        ConnectionId id = ConnectionId.of(Column.of(row, "connection_id", String.class));
        return new Row(
                id,
                Column.of(row, "version", Long.class),
                Language.ofCode(Column.of(row, "language", String.class)).orElseThrow(),
                number(row, id));
    }

    private Optional<ContactNumber> number(Readable row, ConnectionId id) {
        byte[] number = row.get("number", byte[].class);
        return number == null
                ? Optional.empty()
                : Optional.of(new ContactNumber(
                        new MobileNumber(cipher.decrypt(number, id.toString())),
                        Column.of(row, "is_primary", Boolean.class),
                        Column.of(row, "claimed_at", Instant.class),
                        row.get("verified_at", Instant.class)));
    }

    private static Contact contact(List<Row> rows) {
        Row any = rows.getFirst();
        return new Contact(
                any.id(),
                any.version(),
                any.language(),
                rows.stream().flatMap(row -> row.number().stream()).toList());
    }

    private String hash(Owned held) {
        return hash.hex(held.number().number().e164());
    }

    private byte[] encrypted(Owned held) {
        return cipher.encrypt(held.number().number().e164(), held.ownerText());
    }

    private static List<ConnectionId> ids(List<Contact> records) {
        return records.stream().map(Contact::connectionId).toList();
    }

    private static String[] texts(Collection<ConnectionId> ids) {
        return ids.stream().map(ConnectionId::toString).toArray(String[]::new);
    }

    private static List<Owned> owned(List<Contact> records) {
        return records.stream()
                .flatMap(held -> held.numbers().stream().map(number -> new Owned(held.connectionId(), number)))
                .toList();
    }

    private static <R, T extends @Nullable Object> T[] array(
            List<R> rows, Function<R, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** A contact's row joined with one of its numbers. */
    private record Row(ConnectionId id, long version, Language language, Optional<ContactNumber> number) {}

    /** A number with the connection it is bound to. */
    private record Owned(ConnectionId owner, ContactNumber number) {

        String ownerText() {
            return owner.toString();
        }
    }
}
