package in.sampark.consumer.contact.r2dbc;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.rotation.ColumnStatements;
import in.sampark.platform.rotation.EncryptedColumn;
import in.sampark.platform.rotation.EncryptedRows;
import in.sampark.platform.rotation.HashBeside;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Numbers and their hashes as they follow a rotation of the field key and of the hash key. A number's place is its connection and,
 * after a blank, its hash.
 */
public final class EncryptedNumbers {

    private static final String IS_OUTDATED =
            "(substring(number for :length) <> :mark or hash_key is distinct from :hashKey)";

    private static final String COUNT = "select count(*) from contact_number where " + IS_OUTDATED;

    private static final String LOCK = """
            select connection_id || ' ' || number_hash, connection_id, number from contact_number
             where (connection_id, number_hash) > (split_part(:after, ' ', 1), split_part(:after, ' ', 2)) and %s
             order by connection_id, number_hash limit :limit
               for update skip locked
            """.formatted(IS_OUTDATED);

    private static final String SAVE = """
            update contact_number held set number = value, number_hash = new_hash, hash_key = :hashKey
              from unnest(:places::text[], :values::bytea[], :hashes::text[]) as renewed (place, value, new_hash)
             where held.connection_id = split_part(place, ' ', 1) and held.number_hash = split_part(place, ' ', 2)
            """;

    private EncryptedNumbers() {}

    /** @param hash of numbers */
    public static EncryptedRows of(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        return new EncryptedColumn(
                database,
                transaction,
                cipher,
                new ColumnStatements("contact_number.number", COUNT, LOCK, SAVE),
                Optional.of(new HashBeside(hash, hash::hex)));
    }
}
