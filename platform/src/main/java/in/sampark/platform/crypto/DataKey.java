package in.sampark.platform.crypto;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A key for some sealed texts, itself sealed: AES-256-GCM, under HPKE. */
final class DataKey {

    private static final int BYTES = 32;
    private static final byte[] CONTEXT = "sampark data key".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] sealed;
    private final AesGcmJce cipher;
    private final AtomicInteger uses = new AtomicInteger();

    private DataKey(byte[] key, byte[] sealed) throws GeneralSecurityException {
        this.sealed = sealed;
        this.cipher = new AesGcmJce(key);
    }

    static DataKey fresh(HybridEncrypt encrypt) throws GeneralSecurityException {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new DataKey(key, encrypt.encrypt(key, CONTEXT));
    }

    static DataKey opened(byte[] sealed, HybridDecrypt decrypt) throws GeneralSecurityException {
        return new DataKey(decrypt.decrypt(sealed, CONTEXT), sealed);
    }

    /** Counts a use, and tells whether it was one too many. */
    boolean wornOut(int mostUses) {
        return uses.incrementAndGet() > mostUses;
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
        return cipher.encrypt(plain, context);
    }

    byte[] decrypt(byte[] encrypted, byte[] context) throws GeneralSecurityException {
        return cipher.decrypt(encrypted, context);
    }
}
