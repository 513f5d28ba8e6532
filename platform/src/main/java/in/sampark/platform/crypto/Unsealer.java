package in.sampark.platform.crypto;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Opens what a {@link Sealer} closed. */
public final class Unsealer {

    private final HybridDecrypt decrypt;

    private Unsealer(HybridDecrypt decrypt) {
        this.decrypt = decrypt;
    }

    /** @param privateKeyset a keyset as described at {@link KeySettings} */
    public static Unsealer of(String privateKeyset) {
        try {
            return new Unsealer(
                    Keysets.read(privateKeyset).getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("unsealing key is not a private HPKE keyset", e);
        }
    }

    /** @throws UnsealableException when it was sealed for somebody else or in another context */
    public String open(byte[] sealed, String context) {
        try {
            return new String(
                    decrypt.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnsealableException(context);
        }
    }
}
