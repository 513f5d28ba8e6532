package in.sampark.platform.rotation;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A column encrypted by the field key, in the context of the row's key, of which nothing else depends. */
public final class EncryptedColumn implements EncryptedRows {

    private static final Logger log = LoggerFactory.getLogger(EncryptedColumn.class);

    private static final String OUTDATED = """
            select count(*) from %2$s where %3$s is not null and substring(%3$s for :length) <> :mark
            """;

    /** Rows that somebody is just changing are passed by: whoever changes a row writes it by the primary key. */
    private static final String LOCK = """
            select %1$s, %3$s from %2$s
             where %1$s > :after and %3$s is not null and substring(%3$s for :length) <> :mark
             order by %1$s limit :limit
               for update skip locked
            """;

    private static final String SAVE = """
            update %2$s held set %3$s = decode(renewed.value, 'hex')
              from unnest(:keys::text[], :values::text[]) as renewed (key, value)
             where held.%1$s = renewed.key
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FieldCipher cipher;
    private final String key;
    private final String table;
    private final String column;

    /** @param key the table's key, a text and the context of the encryption */
    public EncryptedColumn(
            DatabaseClient database,
            TransactionalOperator transaction,
            FieldCipher cipher,
            String table,
            String key,
            String column) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
        this.key = key;
        this.table = table;
        this.column = column;
    }

    private record Row(String key, byte[] value) {}

    @Override
    public String what() {
        return table + "." + column;
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
                .map(this::row)
                .all()
                .collectList()
                .flatMap(rows -> renew(rows, rows.size() == atMost))
                .as(transaction::transactional);
    }

    private Mono<Renewed> renew(List<Row> rows, boolean more) {
        List<Row> renewed = rows.stream().flatMap(this::renewed).toList();
        return database.sql(SAVE.formatted(key, table, column))
                .bind("keys", renewed.stream().map(Row::key).toArray(String[]::new))
                .bind("values", Bytea.hex(renewed.stream().map(Row::value)))
                .then()
                .thenReturn(new Renewed(more ? rows.getLast().key() : null, renewed.size()));
    }

    private Stream<Row> renewed(Row row) {
        try {
            return Stream.of(new Row(row.key(), cipher.encrypt(cipher.decrypt(row.value(), row.key()), row.key())));
        } catch (UnsealableException lost) {
            log.warn("{} of {}: no key reads it", what(), row.key());
            return Stream.empty();
        }
    }

    private Row row(Readable row) {
        return new Row(Column.of(row, 0, String.class), Column.of(row, 1, byte[].class));
    }

    private DatabaseClient.GenericExecuteSpec marked(String sql) {
        byte[] mark = cipher.mark();
        return database.sql(sql.formatted(key, table, column))
                .bind("mark", mark)
                .bind("length", mark.length);
    }
}
