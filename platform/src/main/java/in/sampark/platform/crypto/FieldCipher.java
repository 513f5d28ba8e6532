package in.sampark.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts the columns that hold personal data. */
public final class FieldCipher {

    private final Aead aead;

    private FieldCipher(Aead aead) {
        this.aead = aead;
    }

    /** @param keyset a keyset as described at {@link KeySettings} */
    public static FieldCipher of(String keyset) {
        try {
            return new FieldCipher(Keysets.read(keyset).getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("field key is not an AEAD keyset", e);
        }
    }

    /** @param context the row and column it stands in: it decrypts there only */
    public byte[] encrypt(String plain, String context) {
        try {
            return aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** @throws UnsealableException when it was encrypted with another key or for another context */
    public String decrypt(byte[] encrypted, String context) {
        try {
            return new String(
                    aead.decrypt(encrypted, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnsealableException(context);
        }
    }
}
