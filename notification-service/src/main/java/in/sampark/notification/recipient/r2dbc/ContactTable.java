package in.sampark.notification.recipient.r2dbc;

import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Contacts by connection. */
public class ContactTable implements Contacts {

    private static final String FIND = """
            select connection_id, standing, number_hash, masked_number, language
            from contacts where connection_id = any($1) and known
            """;

    /** Where nothing is known, a row without a word is made, so that there is one to lock. */
    private static final String MAKE_LOCKABLE = """
            insert into contacts (connection_id, version, applied_offset, removed, standing, language)
            select id, 0, -1, false, 'NONE', '' from unnest($1::text[]) as n(id) order by id
            on conflict do nothing
            """;

    private static final String LOCK = """
            select connection_id, standing, number_hash, masked_number, language, known
            from contacts where connection_id = any($1) order by connection_id for share
            """;

    private final DatabaseClient database;

    public ContactTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Contact>> find(Collection<String> connectionIds) {
        return database.sql(FIND)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(ContactTable::contact)
                .all()
                .collectMap(Contact::connectionId);
    }

    @Override
    public Mono<Map<String, Contact>> findLocked(Collection<String> connectionIds) {
        String[] ids = connectionIds.toArray(String[]::new);
        return database.sql(MAKE_LOCKABLE)
                .bind("$1", ids)
                .then()
                .thenMany(database.sql(LOCK)
                        .bind("$1", ids)
                        .map(row -> Map.entry(Column.of(row, "known", Boolean.class), contact(row)))
                        .all())
                .filter(Map.Entry::getKey)
                .map(Map.Entry::getValue)
                .collectMap(Contact::connectionId);
    }

    static Contact contact(Readable row) {
        return new Contact(
                Column.of(row, "connection_id", String.class),
                Standing.valueOf(Column.of(row, "standing", String.class)),
                row.get("number_hash", String.class),
                row.get("masked_number", String.class),
                Column.of(row, "language", String.class));
    }
}
