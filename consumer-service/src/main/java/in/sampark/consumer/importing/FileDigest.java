package in.sampark.consumer.importing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBuffer;

/** Tells files apart by their bytes, as they pass. */
final class FileDigest {

    private final MessageDigest digest;

    FileDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Leaves the buffer as it is. */
    void update(DataBuffer bytes) {
        try (DataBuffer.ByteBufferIterator parts = bytes.readableByteBuffers()) {
            while (parts.hasNext()) {
                ByteBuffer part = parts.next();
                digest.update(part);
            }
        }
    }

    /** Of all that has passed. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
