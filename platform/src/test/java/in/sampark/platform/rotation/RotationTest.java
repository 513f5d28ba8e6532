package in.sampark.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import in.sampark.platform.TestDatabase;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.Keysets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is on record follows the primary key. */
class RotationTest {

    private static final int ROWS = 4500; // more than two pages

    private static TestDatabase database;

    private FieldCipher before;
    private FieldCipher during;
    private EncryptedRows column;

    @BeforeAll
    static void createTable() {
        database = TestDatabase.named("rotation");
        database.client()
                .sql("create table person (id text primary key, name bytea)")
                .then()
                .block();
    }

    @BeforeEach
    void fill() throws GeneralSecurityException {
        String old = Keysets.newFieldKeyset();
        before = FieldCipher.of(old);
        during = FieldCipher.of(withNewPrimary(old));
        column = new EncryptedColumn(
                database.client(),
                database.transaction(),
                during,
                ColumnStatements.of("person", "id", "name"),
                Optional.empty());
        DatabaseClient client = database.client();
        client.sql("truncate person").then().block();
        client.sql("insert into person select id, name from unnest($1::text[], $2::bytea[]) as n (id, name)")
                .bind("$1", IntStream.range(0, ROWS).mapToObj(RotationTest::id).toArray(String[]::new))
                .bind(
                        "$2",
                        IntStream.range(0, ROWS)
                                .mapToObj(n -> before.encrypt("name " + n, id(n)))
                                .toArray(byte[][]::new))
                .then()
                .block();
        client.sql("insert into person values ('nobody', null)").then().block();
    }

    @Test
    void allRowsAreRenewedPageByPage() {
        assertThat(figures()).isEqualTo(Map.of("person.name", (long) ROWS));
        var renew = new RenewEncryption(List.of(column));

        int steps = 0;
        while (renew.step().block()) {
            steps++;
        }

        assertThat(steps).isBetween(3, 20);
        assertThat(figures()).isEqualTo(Map.of("person.name", 0L));
        assertThat(name(id(ROWS - 1))).isEqualTo("name " + (ROWS - 1));
    }

    @Test
    void whenNothingIsLeftAWalkChangesNothing() {
        var renew = new RenewEncryption(List.of(column));
        while (renew.step().block()) {}
        byte[] encrypted = encrypted(id(1));

        assertThat(renew.step().block()).isTrue();
        while (renew.step().block()) {}

        assertThat(encrypted(id(1))).isEqualTo(encrypted);
    }

    @Test
    void whatNoKeyReadsStaysAndHoldsNothingUp() {
        database.client()
                .sql("update person set name = '\\x00112233445566' where id = '" + id(0) + "'")
                .then()
                .block();
        var renew = new RenewEncryption(List.of(column));

        while (renew.step().block()) {}

        assertThat(figures()).isEqualTo(Map.of("person.name", 1L));
        assertThat(encrypted(id(0))).hasSize(7);
    }

    private Map<String, Long> figures() {
        return new EncryptionEndpoint(List.of(column)).outdated().block();
    }

    private String name(String id) {
        return during.decrypt(encrypted(id), id);
    }

    private byte[] encrypted(String id) {
        return database.client()
                .sql("select name from person where id = $1")
                .bind("$1", id)
                .mapValue(byte[].class)
                .one()
                .block();
    }

    private static String id(int n) {
        return "person %05d".formatted(n);
    }

    private static String withNewPrimary(String keyset) throws GeneralSecurityException {
        KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
        KeysetHandle both = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                old.getPrimary().getKey().getParameters())
                        .withRandomId()
                        .makePrimary())
                .build();
        return TinkJsonProtoKeysetFormat.serializeKeyset(both, InsecureSecretKeyAccess.get());
    }
}
