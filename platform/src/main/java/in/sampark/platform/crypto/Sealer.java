package in.sampark.platform.crypto;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Closes personal data so that only notification-service can open it, for topics that others read too. */
public final class Sealer {

    private final HybridEncrypt encrypt;

    private Sealer(HybridEncrypt encrypt) {
        this.encrypt = encrypt;
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
            return encrypt.encrypt(plain.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }
}
