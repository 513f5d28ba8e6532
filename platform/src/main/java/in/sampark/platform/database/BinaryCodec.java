package in.sampark.platform.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes parameters of a type in binary. Nulls, and all that comes back, are left to the driver's own codecs.
 *
 * @param postgres what they are to the server unless the statement says otherwise
 */
record BinaryCodec<T>(
        Class<T> type, PostgresqlObjectId postgres, BiConsumer<ByteBuf, T> writer, ByteBufAllocator allocator)
        implements Codec<T>, CodecMetadata {

    /** None, as nothing is decoded. */
    @Override
    public Iterable<PostgresTypeIdentifier> getDataTypes() {
        return List.of();
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return false;
    }

    @Override
    public @Nullable T decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<? extends T> type) {
        throw new UnsupportedOperationException("decode (expected: encode)");
    }

    @Override
    public boolean canEncode(Object value) {
        return type.isInstance(value);
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        return encode(value, postgres.getObjectId());
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        T parameter = type.cast(value);
        return new EncodedParameter(Format.FORMAT_BINARY, dataType, Mono.fromSupplier(() -> written(parameter)));
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("encodeNull (expected: encode)");
    }

    private ByteBuf written(T parameter) {
        ByteBuf buffer = allocator.buffer();
        writer.accept(buffer, parameter);
        return buffer;
    }
}
