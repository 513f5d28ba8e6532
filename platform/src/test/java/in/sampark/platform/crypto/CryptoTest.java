package in.sampark.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
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
    void aKeySettingThatIsNoKeysetIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyedHash.of("hunter2"))
                .withMessageNotContaining("hunter2");
        assertThat(new KeySettings("a", "b", "c", "d", "e")).hasToString("KeySettings[hidden]");
    }

    @Test
    void maskedNumbersKeepTheCountryAndTheLastFourDigits() {
        assertThat(MaskedNumber.of(NUMBER)).isEqualTo("+91******0001");
        assertThat(MaskedNumber.of("12345")).isEqualTo("*****");
    }
}
