package in.sampark.notification.message.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that follow from names: the same names lead to the same id wherever and whenever it is made. Those of messages begin with the time of what they tell
 * (RFC 9562, version 8, laid out as version 7), so that an id alone says in which partition its message is, and ids are in the order of time; all others are of version 5.
 */
public final class NamedUuid {

    /** The namespace of everything this service names. */
    static final UUID NAMESPACE = UUID.fromString("6f2d3a54-52c0-5e0b-9c8e-6b1f0d0c7a11");

    /** The last time a message's id can bear. */
    private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final String SEPARATOR = "\u001f";

    private NamedUuid() {}

    /**
     * The id of the message about an event to an audience, of a kind.
     *
     * @param at when the event happened, to the millisecond
     */
    public static UUID ofMessage(Instant at, String eventId, String audience, String kind) {
        return timed(at, of(NAMESPACE, String.join(SEPARATOR, eventId, audience, kind)));
    }

    /** The id of values that messages about what happened at a time share. */
    public static UUID ofValues(Instant at, String json) {
        return timed(at, of(NAMESPACE, "VALUES" + SEPARATOR + json));
    }

    private static UUID timed(Instant at, UUID name) {
        return new UUID(
                earliest(at).getMostSignificantBits() | 0x8000L | name.getMostSignificantBits() & 0x0fffL,
                name.getLeastSignificantBits());
    }

    /** A bound below the ids of all messages about what happened at a time or later, and above those from before. Times before 1970 and after 2100 count as those. */
    public static UUID earliest(Instant at) {
        return new UUID(Math.clamp(at.toEpochMilli(), 0, LAST) << 16, 0);
    }

    /** The time that a message's id begins with. */
    public static Instant time(UUID message) {
        return Instant.ofEpochMilli(message.getMostSignificantBits() >>> 16);
    }

    /** The id of what is told to many about an occasion, of a kind. */
    public static UUID ofFanOut(String occasion, String subject, String kind) {
        return of(NAMESPACE, String.join(SEPARATOR, occasion, subject, kind));
    }

    /** The id under which an outage waits for its time. */
    public static UUID ofOutage(String outageId) {
        return of(NAMESPACE, "OUTAGE" + SEPARATOR + outageId);
    }

    /** The id of the announcement of one step in a message's life. */
    public static String ofStep(UUID messageId, String step, int attempt) {
        return of(messageId, step + SEPARATOR + attempt).toString();
    }

    /** The id of the announcement of a task at a provider that was seen at a time. */
    public static String ofTask(String discom, String provider, String task, String about, Instant at) {
        return of(NAMESPACE, String.join(SEPARATOR, "TASK", discom, provider, task, about, at.toString()))
                .toString();
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
