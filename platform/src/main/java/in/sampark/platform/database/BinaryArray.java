package in.sampark.platform.database;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Writes an array as PostgreSQL's {@code array_send} does: dimensions, whether there are nulls, the elements' type, how many, the first
 * one's number, and each element behind its length, -1 for null.
 *
 * @param writer writes an element that is not null
 */
record BinaryArray<T>(PostgresqlObjectId element, BiConsumer<ByteBuf, T> writer) implements BiConsumer<ByteBuf, T[]> {

    private static final int NULL = -1;

    @Override
    public void accept(ByteBuf buffer, T[] elements) {
        boolean nulls = Arrays.stream(elements).anyMatch(Objects::isNull);
        buffer.writeInt(elements.length == 0 ? 0 : 1).writeInt(nulls ? 1 : 0).writeInt(element.getObjectId());
        if (elements.length > 0) {
            buffer.writeInt(elements.length).writeInt(1);
        }
        for (T each : elements) {
            int length = buffer.writerIndex();
            buffer.writeInt(NULL);
            if (each != null) {
                writer.accept(buffer, each);
                buffer.setInt(length, buffer.writerIndex() - length - Integer.BYTES);
            }
        }
    }
}
