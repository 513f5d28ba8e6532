package in.sampark.consumer.contact.r2dbc;

import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts as rows; a number is encrypted for its connection and found by keyed hash. */
public class R2dbcContacts implements Contacts {

    private static final String SELECT = """
            select connection_id, version, language, language_chosen, switched_off, low_balance_paise, low_balance_days,
                   quiet_from, quiet_to, consents, number, is_primary, claimed_at, verified_at, doubt_reason, doubted_at,
                   requested
              from contact left join contact_number using (connection_id)
             where connection_id = any(:ids)
             order by connection_id, is_primary desc, claimed_at, number_hash
            """;

    /** A statement of its own: numbers joined to a row that was waited for would be those from before the wait. */
    private static final String LOCK = """
            select connection_id from contact where connection_id = any(:ids) order by connection_id for update
            """;

    private static final String HOLDING = "select connection_id from contact_number where number_hash = any(:hashes)";

    private static final String LOCK_PAGE = """
            select connection_id from contact where connection_id > :after and starts_with(connection_id, :company)
             order by connection_id limit :limit for update
            """;

    private static final String ERASED = """
            select connection_id from contact where connection_id = any(:ids) and erased_at is not null
            """;

    private static final String MARK_ERASED = "update contact set erased_at = :at where connection_id = :id";

    /** A version that does not follow the one on record is somebody else's race won: no row comes back for it. */
    private static final String SAVE = """
            insert into contact as held (
                   connection_id, version, language, language_chosen, switched_off, low_balance_paise, low_balance_days,
                   quiet_from, quiet_to, consents, recorded_at)
            select connection_id, version, language, language_chosen, string_to_array(switched_off, ','), low_balance_paise,
                   low_balance_days, quiet_from, quiet_to, string_to_array(consents, ','), :at
              from unnest(
                   :ids::text[], :versions::bigint[], :languages::text[], :chosen::boolean[], :off::text[],
                   :paise::bigint[], :days::int[], :quietFrom::int[], :quietTo::int[], :consents::text[])
                as changed (
                   connection_id, version, language, language_chosen, switched_off, low_balance_paise, low_balance_days,
                   quiet_from, quiet_to, consents)
             order by connection_id
                on conflict (connection_id) do update set
                   version = excluded.version, language = excluded.language, language_chosen = excluded.language_chosen,
                   switched_off = excluded.switched_off, low_balance_paise = excluded.low_balance_paise,
                   low_balance_days = excluded.low_balance_days, quiet_from = excluded.quiet_from,
                   quiet_to = excluded.quiet_to, consents = excluded.consents, recorded_at = excluded.recorded_at,
                   erased_at = null
             where held.version = excluded.version - 1
            """;

    private final DatabaseClient database;
    private final NumberRows numbers;

    public R2dbcContacts(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.numbers = new NumberRows(database, cipher, hash);
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
    public Mono<Set<ConnectionId>> holding(MobileNumber number) {
        return database.sql(HOLDING)
                .bind("hashes", numbers.hashes(number))
                .map(R2dbcContacts::id)
                .all()
                .collect(toUnmodifiableSet());
    }

    @Override
    public Mono<List<Contact>> lockPage(String discom, String after, int atMost) {
        return database.sql(LOCK_PAGE)
                .bind("company", discom + ":")
                .bind("after", after.isEmpty() ? discom + ":" : after)
                .bind("limit", atMost)
                .map(R2dbcContacts::id)
                .all()
                .collectList()
                .flatMap(ids -> select(ids).collectList());
    }

    @Override
    public Mono<Set<ConnectionId>> erased(Collection<ConnectionId> ids) {
        return database.sql(ERASED)
                .bind("ids", texts(ids))
                .map(R2dbcContacts::id)
                .all()
                .collect(toUnmodifiableSet());
    }

    @Override
    public Mono<Void> markErased(ConnectionId id, Instant at) {
        return database.sql(MARK_ERASED)
                .bind("id", id.toString())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> save(List<Contact> records, Instant at) {
        return records.isEmpty()
                ? Mono.empty()
                : saveContacts(records, at).then(Mono.defer(() -> numbers.replace(records)));
    }

    private Mono<Void> saveContacts(List<Contact> records, Instant at) {
        List<Preferences> preferences =
                records.stream().map(Contact::preferences).toList();
        return PreferenceColumns.bind(database.sql(SAVE), preferences)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("ids", texts(ids(records)))
                .bind("versions", records.stream().map(Contact::version).toArray(Long[]::new))
                .bind(
                        "languages",
                        records.stream().map(held -> held.language().code()).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .filter(saved -> saved == records.size())
                .switchIfEmpty(Mono.error(() ->
                        new OptimisticLockingFailureException("a contact was recorded by somebody else meanwhile")))
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
                PreferenceColumns.read(row),
                numbers.joined(row, id));
    }

    private static ConnectionId id(Readable row) {
        return ConnectionId.of(Column.of(row, "connection_id", String.class));
    }

    private static Contact contact(List<Row> rows) {
        Row any = rows.getFirst();
        return new Contact(
                any.id(),
                any.version(),
                any.language(),
                rows.stream().flatMap(row -> row.number().stream()).toList(),
                any.preferences());
    }

    private static List<ConnectionId> ids(List<Contact> records) {
        return records.stream().map(Contact::connectionId).toList();
    }

    private static String[] texts(Collection<ConnectionId> ids) {
        return ids.stream().map(ConnectionId::toString).toArray(String[]::new);
    }

    /** A contact's row joined with one of its numbers. */
    private record Row(
            ConnectionId id,
            long version,
            Language language,
            Preferences preferences,
            Optional<ContactNumber> number) {}
}
