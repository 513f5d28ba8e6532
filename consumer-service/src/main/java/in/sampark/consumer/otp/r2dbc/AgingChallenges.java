package in.sampark.consumer.otp.r2dbc;

import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import in.sampark.platform.rotation.AgingRows;
import in.sampark.platform.rotation.EncryptedRows;
import org.springframework.r2dbc.core.DatabaseClient;

/** Challenges by an older key. They are gone within the hour. */
public final class AgingChallenges {

    private static final String OUTDATED = """
            select count(*) from otp_challenge
             where substring(number for :length) <> :mark or strpos(details_hash, :key || ':') = 0
            """;

    private AgingChallenges() {}

    public static EncryptedRows of(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        byte[] mark = cipher.mark();
        return new AgingRows(
                "otp_challenge.number",
                database.sql(OUTDATED)
                        .bind("mark", mark)
                        .bind("length", mark.length)
                        .bind("key", hash.key())
                        .map(row -> Column.of(row, 0, Long.class))
                        .one());
    }
}
