package in.sampark.platform.crypto;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Closes personal data so that only notification-service can open it, for topics that others read too. A text is
 * encrypted with a data key, which goes with it sealed by the public key; the data key serves some texts, as sealing
 * takes hundreds of times as long as encrypting.
 *
 * <p>What is sealed: the byte 2, the length of the sealed data key in two bytes, the sealed data key (HPKE), the
 * encrypted text (AES-256-GCM: nonce, cipher text, tag) with the context as associated data.
 */
public final class Sealer {

    static final byte FORM = 2;
    /** Far below what random nonces bear, and enough that sealing a key costs nothing a text. */
    static final int TEXTS_A_KEY = 1000;

    private final HybridEncrypt encrypt;
    private final AtomicReference<DataKey> current;

    private Sealer(HybridEncrypt encrypt) throws GeneralSecurityException {
        this.encrypt = encrypt;
        this.current = new AtomicReference<>(DataKey.fresh(encrypt));
    }

    /** @param publicKeyset a keyset as described at {@link KeySettings} */
    public static Sealer of(String publicKeyset) {
        try {
            return new Sealer(
                    Keysets.read(publicKeyset).getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealing key is not a public HPKE keyset", e);
        }
    }

    /** @param context what the data belongs to: it opens in the same context only, so it cannot be moved to another record */
    public byte[] seal(String plain, String context) {
        try {
            DataKey key = key();
            byte[] text = key.encrypt(plain.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + Short.BYTES + key.sealed().length + text.length)
                    .put(FORM)
                    .putShort((short) key.sealed().length)
                    .put(key.sealed())
                    .put(text)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** Threads that find the key worn out at once make one each, and the last one stays. */
    private DataKey key() throws GeneralSecurityException {
        DataKey key = current.get();
        if (key.wornOut(TEXTS_A_KEY)) {
            key = DataKey.fresh(encrypt);
            current.set(key);
        }
        return key;
    }
}
