package in.sampark.platform.crypto;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** 64 hexadecimal digits, the same for the same text as long as the keyset's primary key is the same. */
    public String hex(String text) {
        return hex(text, prf.getPrimaryId());
    }

    /** The text's hashes by all keys of the keyset, that of {@link #hex} among them: finds what was hashed before a rotation. */
    public List<String> all(String text) {
        return keys().stream().map(key -> hex(text, key)).toList();
    }

    /** The same, by the names of the keys: that of the primary one is {@link #key}. */
    public Map<String, String> byKey(String text) {
        return keys().stream().collect(Collectors.toUnmodifiableMap(KeyedHash::name, key -> hex(text, key)));
    }

    /** The first 64 bits of the hash {@link #hex} gives, for indexes that many texts may share an entry of. */
    public long bits(String text) {
        return bits(text, prf.getPrimaryId());
    }

    /** The same by one of the keyset's {@link #keys}. */
    public long bits(String text, int key) {
        return ByteBuffer.wrap(compute(text, key)).getLong();
    }

    /** The ids of all keys. */
    public List<Integer> keys() {
        return prfs().keySet().stream().sorted().toList();
    }

    /** Whether a hash is the text's, by any key of the keyset; how long the answer takes does not depend on it. */
    public boolean matches(String text, String hash) {
        byte[] given = hash.getBytes(StandardCharsets.US_ASCII);
        return all(text).stream()
                .map(possible -> MessageDigest.isEqual(possible.getBytes(StandardCharsets.US_ASCII), given))
                .reduce(false, Boolean::logicalOr);
    }

    /** Names the key that {@link #hex} uses, for what is hashed to remember. */
    public String key() {
        return name(prf.getPrimaryId());
    }

    private static String name(int key) {
        return HexFormat.of().toHexDigits(key);
    }

    private String hex(String text, int key) {
        return HexFormat.of().formatHex(compute(text, key));
    }

    private byte[] compute(String text, int key) {
        try {
            Prf by = Objects.requireNonNull(prfs().get(key));
            return by.compute(text.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }

    private Map<Integer, Prf> prfs() {
        try {
            return prf.getPrfs();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }
}
