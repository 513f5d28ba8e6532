package in.sampark.consumer.connection.r2dbc;

import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.rotation.ColumnStatements;
import in.sampark.platform.rotation.EncryptedColumn;
import in.sampark.platform.rotation.EncryptedRows;
import in.sampark.platform.rotation.HashBeside;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Names, and what they are found by, as they follow a rotation of the field key and of the hash key. */
public final class EncryptedNames {

    private static final String IS_OUTDATED =
            "name is not null and (substring(name for :length) <> :mark or name_words_key is distinct from :hashKey)";

    private static final String COUNT = "select count(*) from connection where " + IS_OUTDATED;

    private static final String LOCK = """
            select connection_id, connection_id, name from connection
             where connection_id > :after and %s
             order by connection_id limit :limit
               for update skip locked
            """.formatted(IS_OUTDATED);

    private static final String SAVE = """
            update connection held set
                   name = renewed.name, name_words = words::bigint[], name_words_key = :hashKey
              from unnest(:places::text[], :values::bytea[], :hashes::text[]) as renewed (connection_id, name, words)
             where held.connection_id = renewed.connection_id
            """;

    private EncryptedNames() {}

    /** @param hash of numbers and of the beginnings of names */
    public static EncryptedRows of(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        NameIndex index = new NameIndex(hash);
        return new EncryptedColumn(
                database,
                transaction,
                cipher,
                new ColumnStatements("connection.name", COUNT, LOCK, SAVE),
                Optional.of(new HashBeside(hash, name -> index.of(new ConsumerName(name)))));
    }
}
