package in.sampark.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keysets as text: read from settings, and made for a new installation. */
public final class Keysets {

    private static final String FILE = "file:";

    static {
        try {
            AeadConfig.register();
            HybridConfig.register();
            PrfConfig.register();
            JwtSignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cryptography is not available", e);
        }
    }

    /** A key pair: for sealing, or for signing tokens. */
    public record Pair(String privateKeyset, String publicKeyset) {}

    /** Parameters that may not be available. */
    private interface ThrowingParameters {
        Parameters build() throws GeneralSecurityException;
    }

    private Keysets() {}

    /** A new key pair for {@link Sealer} and {@link Unsealer}: HPKE, X25519, HKDF-SHA256, AES-256-GCM. */
    public static Pair newSealingPair() {
        return freshPair(() -> HpkeParameters.builder()
                .setVariant(HpkeParameters.Variant.TINK)
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .build());
    }

    /** A new key pair for {@link in.sampark.platform.security.SignConsumerTokens} and whoever knows its tokens: ECDSA, P-256, each token naming its key. */
    public static Pair newTokenPair() {
        return freshPair(() -> JwtEcdsaParameters.builder()
                .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                .build());
    }

    /** A new key for {@link FieldCipher}: AES-256-GCM. */
    public static String newFieldKeyset() {
        return fresh(PredefinedAeadParameters.AES256_GCM);
    }

    /** A new key for {@link KeyedHash}: HMAC-SHA-256. */
    public static String newHashKeyset() {
        return fresh(PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    /** @throws IllegalArgumentException when the setting is not a keyset; the message does not show it */
    public static KeysetHandle read(String setting) {
        try {
            String json =
                    setting.startsWith(FILE) ? Files.readString(Path.of(setting.substring(FILE.length()))) : setting;
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key setting is not a Tink keyset in JSON, nor file:<path> of one");
        }
    }

    private static Pair freshPair(ThrowingParameters parameters) {
        try {
            KeysetHandle handle = generate(parameters.build());
            return new Pair(write(handle), write(handle.getPublicKeysetHandle()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key pair", e);
        }
    }

    private static String fresh(Parameters parameters) {
        try {
            return write(generate(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    private static String write(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }
}
