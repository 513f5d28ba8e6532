package in.sampark.platform.rotation;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A column encrypted by the field key, with a hash beside it by which its values are found, or without. */
public final class EncryptedColumn implements EncryptedRows {

    private static final Logger log = LoggerFactory.getLogger(EncryptedColumn.class);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FieldCipher cipher;
    private final ColumnStatements statements;
    private final Optional<HashBeside> hash;

    public EncryptedColumn(
            DatabaseClient database,
            TransactionalOperator transaction,
            FieldCipher cipher,
            ColumnStatements statements,
            Optional<HashBeside> hash) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
        this.statements = statements;
        this.hash = hash;
    }

    /** As it is on record. */
    private record Row(String place, String context, byte[] value) {

        static Row of(Readable row) {
            return new Row(
                    Column.of(row, 0, String.class), Column.of(row, 1, String.class), Column.of(row, 2, byte[].class));
        }
    }

    /** As it is to be. */
    private record Next(String place, byte[] value, Optional<String> hash) {}

    @Override
    public String what() {
        return statements.what();
    }

    @Override
    public Mono<Long> outdated() {
        return marked(statements.count())
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }

    @Override
    public Mono<Renewed> renew(String after, int atMost) {
        return marked(statements.lock())
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
        return save(renewed).thenReturn(new Renewed(more ? rows.getLast().place() : null, renewed.size()));
    }

    private Stream<Next> next(Row row) {
        try {
            byte[] value = cipher.decryptBytes(row.value(), row.context());
            return Stream.of(new Next(
                    row.place(),
                    cipher.encrypt(value, row.context()),
                    hash.map(beside -> beside.of().apply(new String(value, StandardCharsets.UTF_8)))));
        } catch (UnsealableException lost) {
            log.warn("{} of {}: no key reads it", what(), row.context());
            return Stream.empty();
        }
    }

    private Mono<Void> save(List<Next> renewed) {
        GenericExecuteSpec save = hashed(database.sql(statements.save()))
                .bind("places", texts(renewed, Next::place))
                .bind("values", renewed.stream().map(Next::value).toArray(byte[][]::new));
        return hash.map(beside ->
                        save.bind("hashes", texts(renewed, next -> next.hash().orElseThrow())))
                .orElse(save)
                .then();
    }

    private GenericExecuteSpec marked(String sql) {
        byte[] mark = cipher.mark();
        return hashed(database.sql(sql)).bind("mark", mark).bind("length", mark.length);
    }

    private GenericExecuteSpec hashed(GenericExecuteSpec spec) {
        return hash.map(beside -> spec.bind("hashKey", beside.keys().key())).orElse(spec);
    }

    private static String[] texts(List<Next> rows, Function<Next, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
