package in.sampark.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CryptoTest {

    private static final String NUMBER = "+919897010001";

    private final Keysets.Pair pair = Keysets.newSealingPair();
    private final Sealer sealer = Sealer.of(pair.publicKeyset());
    private final Unsealer unsealer = Unsealer.of(pair.privateKeyset());

    @Test
    void whatIsSealedOpensWithThePrivateKeyInTheSameContext() {
        assertThat(unsealer.open(sealer.seal(NUMBER, "DVVNL:1"), "DVVNL:1")).isEqualTo(NUMBER);
    }

    @Test
    void whatIsSealedDoesNotOpenInAnotherContextOrWithAnotherKey() {
        byte[] sealed = sealer.seal(NUMBER, "DVVNL:1");

        assertThatExceptionOfType(UnsealableException.class)
                .isThrownBy(() -> unsealer.open(sealed, "DVVNL:2"))
                .withMessageContaining("DVVNL:2");
        Unsealer stranger = Unsealer.of(Keysets.newSealingPair().privateKeyset());
        assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> stranger.open(sealed, "DVVNL:1"));
    }

    @Test
    void sealingTwiceDoesNotShowThatTheNumberIsTheSame() {
        assertThat(sealer.seal(NUMBER, "DVVNL:1")).isNotEqualTo(sealer.seal(NUMBER, "DVVNL:1"));
    }

    @Test
    void textsOpenWhicheverOfManyDataKeysSealedThem() {
        for (int i = 0; i < 2 * Sealer.TEXTS_A_KEY + 10; i++) {
            String context = "DVVNL:" + i;
            assertThat(unsealer.open(sealer.seal(NUMBER + i, context), context)).isEqualTo(NUMBER + i);
        }
    }

    @Test
    void whatWasCutOffOrChangedDoesNotOpen() {
        byte[] sealed = sealer.seal(NUMBER, "DVVNL:1");

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> unsealer.open(cut, "DVVNL:1"));
        }
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(UnsealableException.class).isThrownBy(() -> unsealer.open(changed, "DVVNL:1"));
        }
    }

    @Test
    void whatWasSealedWithoutADataKeyOpensToo() throws GeneralSecurityException {
        byte[] sealed = Keysets.read(pair.publicKeyset())
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(NUMBER.getBytes(StandardCharsets.UTF_8), "DVVNL:1".getBytes(StandardCharsets.UTF_8));

        assertThat(unsealer.open(sealed, "DVVNL:1")).isEqualTo(NUMBER);
    }

    @Test
    void theSealingKeyPublishedCannotOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> Unsealer.of(pair.publicKeyset()));
    }

    @Test
    void encryptedFieldsDecryptInTheirContextOnly() {
        FieldCipher cipher = FieldCipher.of(Keysets.newFieldKeyset());
        byte[] encrypted = cipher.encrypt(NUMBER, "contact/DVVNL:1");

        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("9897010001");
        assertThat(cipher.decrypt(encrypted, "contact/DVVNL:1")).isEqualTo(NUMBER);
        assertThatExceptionOfType(UnsealableException.class)
                .isThrownBy(() -> cipher.decrypt(encrypted, "contact/DVVNL:2"));
    }

    @Test
    void aKeyedHashIsTheSameForTheSameKeyOnly() {
        String keyset = Keysets.newHashKeyset();

        assertThat(KeyedHash.of(keyset).hex(NUMBER))
                .hasSize(64)
                .isEqualTo(KeyedHash.of(keyset).hex(NUMBER))
                .isNotEqualTo(KeyedHash.of(Keysets.newHashKeyset()).hex(NUMBER));
    }

    @Test
    void whatWasHashedBeforeARotationIsStillFoundAndRecognised() throws GeneralSecurityException {
        String before = Keysets.newHashKeyset();
        KeyedHash old = KeyedHash.of(before);
        KeyedHash rotated = KeyedHash.of(withNewPrimary(before));

        assertThat(rotated.hex(NUMBER)).isNotEqualTo(old.hex(NUMBER));
        assertThat(rotated.all(NUMBER)).containsExactlyInAnyOrder(old.hex(NUMBER), rotated.hex(NUMBER));
        assertThat(rotated.matches(NUMBER, old.hex(NUMBER))).isTrue();
        assertThat(rotated.matches(NUMBER, rotated.hex(NUMBER))).isTrue();
        assertThat(old.matches(NUMBER, rotated.hex(NUMBER))).isFalse();
        assertThat(rotated.matches("+919897010002", old.hex(NUMBER))).isFalse();
        assertThat(rotated.key()).hasSize(8).isNotEqualTo(old.key());
    }

    @Test
    void whatIsEncryptedShowsWhetherItWasByThePrimaryKey() throws GeneralSecurityException {
        String before = Keysets.newFieldKeyset();
        FieldCipher old = FieldCipher.of(before);
        FieldCipher rotated = FieldCipher.of(withNewPrimary(before));

        assertThat(old.encrypt(NUMBER, "a")).startsWith(old.mark());
        assertThat(rotated.encrypt(NUMBER, "a")).startsWith(rotated.mark());
        assertThat(rotated.mark()).isNotEqualTo(old.mark());
        assertThat(rotated.decrypt(old.encrypt(NUMBER, "a"), "a")).isEqualTo(NUMBER);
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

    @Test
    void aKeySettingThatIsNoKeysetIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyedHash.of("hunter2"))
                .withMessageNotContaining("hunter2");
        assertThat(new KeySettings("a", "b", "c", "d", "e", "f", "g")).hasToString("KeySettings[hidden]");
    }

    @Test
    void maskedNumbersKeepTheCountryAndTheLastFourDigits() {
        assertThat(MaskedNumber.of(NUMBER)).isEqualTo("+91******0001");
        assertThat(MaskedNumber.of("12345")).isEqualTo("*****");
    }
}
