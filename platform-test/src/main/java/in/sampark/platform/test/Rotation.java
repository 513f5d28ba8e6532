package in.sampark.platform.test;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;

/**
 * The keysets of a rotation.
 *
 * @param before with the old key alone
 * @param during with both keys, the new one primary
 * @param after with the new key alone
 */
public record Rotation(String before, String during, String after) {

    /** The rotation of a keyset of one key. */
    public static Rotation of(String before) {
        try {
            KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(before, InsecureSecretKeyAccess.get());
            KeysetHandle both = KeysetHandle.newBuilder(old)
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    old.getPrimary().getKey().getParameters())
                            .withRandomId()
                            .makePrimary())
                    .build();
            KeysetHandle fresh = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(both.getPrimary().getKey())
                            .withFixedId(both.getPrimary().getId())
                            .makePrimary())
                    .build();
            return new Rotation(before, text(both), text(fresh));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot rotate", e);
        }
    }

    /** The way back: both keys, the old one primary again. */
    public String back() {
        try {
            KeysetHandle both = TinkJsonProtoKeysetFormat.parseKeyset(during, InsecureSecretKeyAccess.get());
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(both);
            for (int key = 0; key < builder.size(); key++) {
                if (builder.getAt(key).isPrimary()) continue;
                builder.getAt(key).makePrimary();
                break;
            }
            return text(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot rotate back", e);
        }
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
