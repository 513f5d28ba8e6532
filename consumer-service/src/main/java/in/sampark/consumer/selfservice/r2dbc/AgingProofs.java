package in.sampark.consumer.selfservice.r2dbc;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import in.sampark.platform.rotation.AgingRows;
import in.sampark.platform.rotation.EncryptedRows;
import org.springframework.r2dbc.core.DatabaseClient;

/** Proofs of strangers that nobody can hash anew, for what they said is kept nowhere. They are gone when their time is over. */
public final class AgingProofs {

    private static final String REFERENCES =
            "select count(*) from recharge_reference where not starts_with(reference_hash, :key || ':')";

    private static final String CHANGES = """
            select count(*) from number_change
             where substring(number for :length) <> :mark or strpos(details_hash, :key || ':') = 0
            """;

    private AgingProofs() {}

    /** References of recharges, until the next recharge, or until they are too old. */
    public static EncryptedRows references(DatabaseClient database, KeyedHash hash) {
        return new AgingRows(
                "recharge_reference.reference_hash",
                database.sql(REFERENCES)
                        .bind("key", hash.key())
                        .map(row -> Column.of(row, 0, Long.class))
                        .one());
    }

    /** Changes of number, until they are settled. */
    public static EncryptedRows changes(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        byte[] mark = cipher.mark();
        return new AgingRows(
                "number_change.number",
                database.sql(CHANGES)
                        .bind("mark", mark)
                        .bind("length", mark.length)
                        .bind("key", hash.key())
                        .map(row -> Column.of(row, 0, Long.class))
                        .one());
    }
}
