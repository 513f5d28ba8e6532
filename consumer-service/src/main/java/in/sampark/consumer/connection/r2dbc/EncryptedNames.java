package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.database.Column;
import in.sampark.platform.rotation.EncryptedRows;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Names, and what they are found by, as they follow a rotation of the field key and of the hash key. */
public class EncryptedNames implements EncryptedRows {

    private static final Logger log = LoggerFactory.getLogger(EncryptedNames.class);

    private static final String IS_OUTDATED =
            "name is not null and (substring(name for :length) <> :mark or name_words_key is distinct from :hashKey)";

    private static final String OUTDATED = "select count(*) from connection where " + IS_OUTDATED;

    /** Rows that somebody is just changing are passed by: whoever changes a row writes its name with the primary key. */
    private static final String LOCK = """
            select connection_id, name from connection
             where connection_id > :after and %s
             order by connection_id limit :limit
               for update skip locked
            """.formatted(IS_OUTDATED);

    private static final String SAVE = """
            update connection held set
                   name = decode(renewed.name, 'hex'), name_words = words::bigint[], name_words_key = :hashKey
              from unnest(:ids::text[], :names::text[], :words::text[]) as renewed (connection_id, name, words)
             where held.connection_id = renewed.connection_id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FieldCipher cipher;
    private final NameIndex index;

    public EncryptedNames(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        this.index = new NameIndex(hash);
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
    }

    /** @param name as it is on record */
    private record Row(String connectionId, byte[] name) {

        static Row of(Readable row) {
            return new Row(Column.of(row, "connection_id", String.class), Column.of(row, "name", byte[].class));
        }
    }

    /** As it is to be. */
    private record Next(String connectionId, byte[] name, String words) {}

    @Override
    public String what() {
        return "connection.name";
    }

    @Override
    public Mono<Long> outdated() {
        return marked(OUTDATED).map(row -> Column.of(row, 0, Long.class)).one();
    }

    @Override
    public Mono<Renewed> renew(String after, int atMost) {
        return marked(LOCK)
                .bind("after", after)
                .bind("limit", atMost)
                .map(Row::of)
                .all()
                .collectList()
                .flatMap(rows -> renew(rows, rows.size() == atMost))
                .as(transaction::transactional);
    }

    private Mono<Renewed> renew(List<Row> rows, boolean more) {
        List<Next> renewed = rows.stream().flatMap(this::next).toList();
        return database.sql(SAVE)
                .bind("ids", renewed.stream().map(Next::connectionId).toArray(String[]::new))
                .bind("names", Bytea.hex(renewed.stream().map(Next::name)))
                .bind("words", renewed.stream().map(Next::words).toArray(String[]::new))
                .bind("hashKey", index.key())
                .then()
                .thenReturn(new Renewed(more ? rows.getLast().connectionId() : null, renewed.size()));
    }

    private Stream<Next> next(Row row) {
        try {
            String name = cipher.decrypt(row.name(), row.connectionId());
            return Stream.of(new Next(
                    row.connectionId(), cipher.encrypt(name, row.connectionId()), index.of(new ConsumerName(name))));
        } catch (UnsealableException lost) {
            log.warn("name of {}: no key reads it", row.connectionId());
            return Stream.empty();
        }
    }

    private DatabaseClient.GenericExecuteSpec marked(String sql) {
        byte[] mark = cipher.mark();
        return database.sql(sql).bind("mark", mark).bind("length", mark.length).bind("hashKey", index.key());
    }
}
