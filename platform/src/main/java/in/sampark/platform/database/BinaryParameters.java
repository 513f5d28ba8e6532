package in.sampark.platform.database;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.BOOL;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.BOOL_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.BYTEA;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.BYTEA_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INT4;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INT4_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INT8;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INT8_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.UUID_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.VARCHAR;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.VARCHAR_ARRAY;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MICROS;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Has byte strings, and the arrays that statements about many rows are given, go to the server in its binary form. The driver's own codecs write them as text, with every quote
 * escaped and every byte as two digits, and lose the backslashes of a {@code bytea[]}.
 */
public final class BinaryParameters implements CodecRegistrar {

    private static final OffsetDateTime SERVERS_EPOCH = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> codecs(allocator).forEach(registry::addFirst));
    }

    private static List<BinaryCodec<?>> codecs(ByteBufAllocator allocator) {
        return List.of(
                new BinaryCodec<>(byte[].class, BYTEA, ByteBuf::writeBytes, allocator),
                array(byte[].class, BYTEA, BYTEA_ARRAY, ByteBuf::writeBytes, allocator),
                array(ByteBuffer.class, BYTEA, BYTEA_ARRAY, BinaryParameters::write, allocator),
                array(String.class, VARCHAR, VARCHAR_ARRAY, ByteBufUtil::writeUtf8, allocator),
                array(UUID.class, PostgresqlObjectId.UUID, UUID_ARRAY, BinaryParameters::write, allocator),
                array(Long.class, INT8, INT8_ARRAY, ByteBuf::writeLong, allocator),
                array(Integer.class, INT4, INT4_ARRAY, ByteBuf::writeInt, allocator),
                array(Boolean.class, BOOL, BOOL_ARRAY, ByteBuf::writeBoolean, allocator),
                array(LocalDate.class, DATE, DATE_ARRAY, BinaryParameters::write, allocator),
                array(OffsetDateTime.class, TIMESTAMPTZ, TIMESTAMPTZ_ARRAY, BinaryParameters::write, allocator));
    }

    private static <T> BinaryCodec<T[]> array(
            Class<T> of,
            PostgresqlObjectId element,
            PostgresqlObjectId array,
            BiConsumer<ByteBuf, T> writer,
            ByteBufAllocator allocator) {
        return new BinaryCodec<>(arrayOf(of), array, new BinaryArray<>(element, writer), allocator);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T[]> arrayOf(Class<T> of) {
        return (Class<T[]>) of.arrayType();
    }

    private static void write(ByteBuf buffer, ByteBuffer bytes) {
        buffer.writeBytes(bytes.duplicate());
    }

    private static void write(ByteBuf buffer, UUID id) {
        buffer.writeLong(id.getMostSignificantBits()).writeLong(id.getLeastSignificantBits());
    }

    private static void write(ByteBuf buffer, LocalDate date) {
        buffer.writeInt(Math.toIntExact(DAYS.between(SERVERS_EPOCH.toLocalDate(), date)));
    }

    private static void write(ByteBuf buffer, OffsetDateTime time) {
        buffer.writeLong(MICROS.between(SERVERS_EPOCH, time));
    }
}
