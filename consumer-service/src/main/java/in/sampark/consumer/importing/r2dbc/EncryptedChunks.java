package in.sampark.consumer.importing.r2dbc;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.rotation.ColumnStatements;
import in.sampark.platform.rotation.EncryptedColumn;
import in.sampark.platform.rotation.EncryptedRows;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staged chunks as they follow a rotation of the field key. A chunk's place is its import and, after a blank, its number. */
public final class EncryptedChunks implements EncryptedRows {

    /** A chunk is as large as a thousand rows. */
    private static final int AT_ONCE = 20;

    private static final String IS_OUTDATED = "(staged is not null and substring(staged for :length) <> :mark)";

    private static final String COUNT = "select count(*) from import_chunk where " + IS_OUTDATED;

    /** One that is just being taken is passed by: it is emptied then. */
    private static final String LOCK = """
            select import_id || ' ' || chunk, 'import ' || import_id || ' ' || chunk, staged from import_chunk
             where (import_id::text, chunk) > (split_part(:after, ' ', 1), coalesce(nullif(split_part(:after, ' ', 2), ''), '-1')::int)
               and %s
             order by import_id::text, chunk limit :limit
               for update skip locked
            """.formatted(IS_OUTDATED);

    private static final String SAVE = """
            update import_chunk held set staged = value
              from unnest(:places::text[], :values::bytea[]) as renewed (place, value)
             where held.import_id = split_part(place, ' ', 1)::uuid and held.chunk = split_part(place, ' ', 2)::int
            """;

    private final EncryptedRows column;

    public EncryptedChunks(DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher) {
        column = new EncryptedColumn(
                database,
                transaction,
                cipher,
                new ColumnStatements("import_chunk.staged", COUNT, LOCK, SAVE),
                Optional.empty());
    }

    @Override
    public String what() {
        return column.what();
    }

    @Override
    public Mono<Long> outdated() {
        return column.outdated();
    }

    @Override
    public Mono<Renewed> renew(String after, int atMost) {
        return column.renew(after, Math.min(atMost, AT_ONCE));
    }
}
