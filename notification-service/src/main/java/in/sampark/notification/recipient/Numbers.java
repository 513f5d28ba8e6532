package in.sampark.notification.recipient;

import in.sampark.notification.recipient.domain.ContactState.KeptNumber;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.MaskedNumber;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.crypto.Unsealer;
import java.nio.ByteBuffer;

/** Mobile numbers between topic, table and hand-over. Only here are they in clear, and only for a moment. */
public class Numbers {

    /** A number in clear with what may be kept of it; {@code toString} shows it masked. */
    public record Opened(String number, String hash, String masked) {

        @Override
        public String toString() {
            return masked;
        }
    }

    private final Unsealer unsealer;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    public Numbers(Unsealer unsealer, FieldCipher cipher, KeyedHash hash) {
        this.unsealer = unsealer;
        this.cipher = cipher;
        this.hash = hash;
    }

    /**
     * Opens a sealed number.
     *
     * @throws UnsealableException when it was sealed for somebody else or in another context
     */
    public Opened open(ByteBuffer sealed, String context) {
        String number = openText(sealed, context);
        return new Opened(number, hash.hex(number), MaskedNumber.of(number));
    }

    /**
     * Opens any sealed text.
     *
     * @throws UnsealableException as above
     */
    public String openText(ByteBuffer sealed, String context) {
        return unsealer.open(bytes(sealed), context);
    }

    /** The number as a contact keeps it. */
    public KeptNumber kept(Opened opened, String connectionId) {
        return new KeptNumber(
                ByteBuffer.wrap(cipher.encrypt(opened.number(), connectionId)), opened.hash(), opened.masked());
    }

    /**
     * The number of a contact, in clear.
     *
     * @throws UnsealableException when it is not this connection's
     */
    public String clear(ByteBuffer encrypted, String connectionId) {
        return cipher.decrypt(bytes(encrypted), connectionId);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
