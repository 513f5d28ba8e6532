package in.sampark.platform.crypto;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * A hash that only the holder of the key can compute: finds a number or checks a code without keeping it. Unlike a salted hash it
 * cannot be guessed by trying all numbers.
 */
public final class KeyedHash {

    private static final int BYTES = 32;

    private final PrfSet prf;

    private KeyedHash(PrfSet prf) {
        this.prf = prf;
    }

    /** @param keyset a keyset as described at {@link KeySettings} */
    public static KeyedHash of(String keyset) {
        try {
            return new KeyedHash(Keysets.read(keyset).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("hash key is not a PRF keyset", e);
        }
    }

    /** 64 hexadecimal digits, the same for the same text. */
    public String hex(String text) {
        try {
            return HexFormat.of().formatHex(prf.computePrimary(text.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }
}
