package in.sampark.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts the columns that hold personal data. */
public final class FieldCipher {

    private final Aead aead;
    private final byte[] mark;

    private FieldCipher(Aead aead, byte[] mark) {
        this.aead = aead;
        this.mark = mark;
    }

    /** @param keyset a keyset as described at {@link KeySettings} */
    public static FieldCipher of(String keyset) {
        try {
            KeysetHandle keys = Keysets.read(keyset);
            return new FieldCipher(keys.getPrimitive(RegistryConfiguration.get(), Aead.class), mark(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("field key is not an AEAD keyset", e);
        }
    }

    /**
     * What everything encrypted now begins with, and nothing that was encrypted with an older key of the keyset: rows that do not begin with it
     * are to be encrypted anew before that key is taken out.
     */
    public byte[] mark() {
        return mark.clone();
    }

    private static byte[] mark(KeysetHandle keys) {
        if (keys.getPrimary().getKey() instanceof AeadKey key
                && key.getOutputPrefix().size() > 0) {
            return key.getOutputPrefix().toByteArray();
        }
        throw new IllegalArgumentException(
                "field key does not mark what it encrypts (expected: an AEAD key of variant TINK)");
    }

    /** @param context the row and column it stands in: it decrypts there only */
    public byte[] encrypt(String plain, String context) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** The same for bytes. */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** @throws UnsealableException when it was encrypted with another key or for another context */
    public String decrypt(byte[] encrypted, String context) {
        return new String(decryptBytes(encrypted, context), StandardCharsets.UTF_8);
    }

    /** The same for bytes. */
    public byte[] decryptBytes(byte[] encrypted, String context) {
        try {
            return aead.decrypt(encrypted, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnsealableException(context);
        }
    }
}
