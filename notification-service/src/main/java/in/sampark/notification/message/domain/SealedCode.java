package in.sampark.notification.message.domain;

import java.nio.ByteBuffer;

/**
 * A one-time code and the number it goes to, both sealed.
 *
 * @param number the number, sealed with the challenge's id as context
 * @param code the code, sealed likewise
 */
public record SealedCode(ByteBuffer number, ByteBuffer code) {

    public SealedCode {
        number = number.asReadOnlyBuffer();
        code = code.asReadOnlyBuffer();
    }

    /** Read-only; a buffer of its own position. */
    @Override
    public ByteBuffer number() {
        return number.duplicate();
    }

    /** Read-only; a buffer of its own position. */
    @Override
    public ByteBuffer code() {
        return code.duplicate();
    }
}
