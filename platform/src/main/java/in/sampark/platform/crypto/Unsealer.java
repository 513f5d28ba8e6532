package in.sampark.platform.crypto;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens what a {@link Sealer} closed. */
public final class Unsealer {

    private static final int KEYS_REMEMBERED = 256;

    private final HybridDecrypt decrypt;
    private final Map<ByteBuffer, DataKey> opened = new LinkedHashMap<>(KEYS_REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, DataKey> eldest) {
            return size() > KEYS_REMEMBERED;
        }
    };

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
            return new String(open(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnsealableException(context);
        }
    }

    private byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length == 0 || sealed[0] != Sealer.FORM) {
            return decrypt.decrypt(sealed, context); // sealed before there were data keys
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] key = part(parts, parts.remaining() < Short.BYTES ? 0 : parts.getShort());
        byte[] text = part(parts, parts.remaining());
        return key(key).decrypt(text, context);
    }

    private static byte[] part(ByteBuffer parts, int length) throws GeneralSecurityException {
        if (length < 0 || length > parts.remaining()) {
            throw new GeneralSecurityException("cut off");
        }
        byte[] part = new byte[length];
        parts.get(part);
        return part;
    }

    private DataKey key(byte[] sealed) throws GeneralSecurityException {
        ByteBuffer name = ByteBuffer.wrap(sealed);
        synchronized (opened) {
            DataKey known = opened.get(name);
            if (known != null) {
                return known;
            }
        }
        DataKey key = DataKey.opened(sealed, decrypt);
        synchronized (opened) {
            opened.put(name, key);
        }
        return key;
    }
}
