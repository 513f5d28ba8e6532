package in.sampark.platform.database;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Byte strings for {@code unnest($1::text[])} and {@code decode(…, 'hex')}: r2dbc-postgresql loses the backslash of {@code \x…} when
 * it writes a {@code bytea[]}, and stores the hexadecimal digits instead of what they stand for.
 */
public final class Bytea {

    private Bytea() {}

    /** The byte strings as hexadecimal text; null stays null. */
    public static @Nullable String[] hex(Stream<byte @Nullable []> values) {
        return values.map(Bytea::hex).toArray(String[]::new);
    }

    /** The rest of each buffer as hexadecimal text; null stays null. */
    public static @Nullable String[] hexOf(Stream<@Nullable ByteBuffer> values) {
        return hex(values.map(Bytea::bytes));
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer value) {
        if (value == null) {
            return null;
        }
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static @Nullable String hex(byte @Nullable [] value) {
        return value == null ? null : HexFormat.of().formatHex(value);
    }
}
