package in.sampark.notification.message.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from names (RFC 9562, version 5): the same names lead to the same id wherever and whenever it is made. */
public final class NamedUuid {

    /** The namespace of everything this service names. */
    static final UUID NAMESPACE = UUID.fromString("6f2d3a54-52c0-5e0b-9c8e-6b1f0d0c7a11");

    private static final String SEPARATOR = "\u001f";

    private NamedUuid() {}

    /** The id of the message about an event to an audience, of a kind. */
    public static UUID ofMessage(String eventId, String audience, String kind) {
        return of(NAMESPACE, String.join(SEPARATOR, eventId, audience, kind));
    }

    /** The id under which an outage waits for its time. */
    public static UUID ofOutage(String outageId) {
        return of(NAMESPACE, "OUTAGE" + SEPARATOR + outageId);
    }

    /** The id of the announcement of one step in a message's life. */
    public static String ofStep(UUID messageId, String step, int attempt) {
        return of(messageId, step + SEPARATOR + attempt).toString();
    }

    static UUID of(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1: missing (expected: in every JDK)", e);
        }
    }
}
