package in.sampark.consumer.contact.r2dbc;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.database.Column;
import in.sampark.platform.rotation.EncryptedRows;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Numbers and their hashes as they follow a rotation of the field key and of the hash key. */
public class EncryptedNumbers implements EncryptedRows {

    private static final Logger log = LoggerFactory.getLogger(EncryptedNumbers.class);

    /** Parts a connection from a number's hash. */
    private static final String PLACE = " ";

    private static final String IS_OUTDATED =
            "(substring(number for :length) <> :mark or hash_key is distinct from :hashKey)";

    private static final String OUTDATED = "select count(*) from contact_number where " + IS_OUTDATED;

    /** Rows that somebody is just changing are passed by: whoever changes a contact writes its numbers by the primary keys. */
    private static final String LOCK = """
            select connection_id, number_hash, number from contact_number
             where (connection_id, number_hash) > (:afterId, :afterHash) and %s
             order by connection_id, number_hash limit :limit
               for update skip locked
            """.formatted(IS_OUTDATED);

    private static final String SAVE = """
            update contact_number held set number = decode(renewed.number, 'hex'), number_hash = new_hash, hash_key = :hashKey
              from unnest(:ids::text[], :hashes::text[], :newHashes::text[], :numbers::text[])
                as renewed (connection_id, old_hash, new_hash, number)
             where held.connection_id = renewed.connection_id and held.number_hash = old_hash
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    public EncryptedNumbers(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
        this.hash = hash;
    }

    /** As it is on record. */
    private record Row(String connectionId, String hash, byte[] number) {

        static Row of(Readable row) {
            return new Row(
                    Column.of(row, "connection_id", String.class),
                    Column.of(row, "number_hash", String.class),
                    Column.of(row, "number", byte[].class));
        }

        String place() {
            return connectionId + PLACE + hash;
        }
    }

    /** As it is to be. */
    private record Next(Row row, String hash, byte[] number) {}

    @Override
    public String what() {
        return "contact_number.number";
    }

    @Override
    public Mono<Long> outdated() {
        return keyed(OUTDATED).map(row -> Column.of(row, 0, Long.class)).one();
    }

    @Override
    public Mono<Renewed> renew(String after, int atMost) {
        String[] place = (after + PLACE).split(PLACE, -1);
        return keyed(LOCK)
                .bind("afterId", place[0])
                .bind("afterHash", place[1])
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
                .bind("hashKey", hash.key())
                .bind("ids", texts(renewed, next -> next.row().connectionId()))
                .bind("hashes", texts(renewed, next -> next.row().hash()))
                .bind("newHashes", texts(renewed, Next::hash))
                .bind("numbers", Bytea.hex(renewed.stream().map(Next::number)))
                .then()
                .thenReturn(new Renewed(more ? rows.getLast().place() : null, renewed.size()));
    }

    private Stream<Next> next(Row row) {
        try {
            String number = cipher.decrypt(row.number(), row.connectionId());
            return Stream.of(new Next(row, hash.hex(number), cipher.encrypt(number, row.connectionId())));
        } catch (UnsealableException lost) {
            log.warn("a number of {}: no key reads it", row.connectionId());
            return Stream.empty();
        }
    }

    private DatabaseClient.GenericExecuteSpec keyed(String sql) {
        byte[] mark = cipher.mark();
        return database.sql(sql).bind("mark", mark).bind("length", mark.length).bind("hashKey", hash.key());
    }

    private static String[] texts(List<Next> rows, Function<Next, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
