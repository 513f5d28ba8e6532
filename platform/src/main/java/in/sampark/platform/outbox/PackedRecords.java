package in.sampark.platform.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jpountz.lz4.LZ4CompressorWithLength;
import net.jpountz.lz4.LZ4DecompressorWithLength;
import net.jpountz.lz4.LZ4Factory;
import org.jspecify.annotations.Nullable;

/**
 * The records of a bundle as bytes: a byte that tells the form, then, compressed by LZ4 with their length before them, each record's key,
 * value and headers. A text is its length in four bytes and its bytes, the length -1 stands for none; headers are preceded by how many
 * texts they are. Records of a run say much the same, and the database has a fraction of them to write.
 */
final class PackedRecords {

    private static final byte FORM = 2;
    /** As they were before they were compressed. */
    private static final byte PLAIN = 1;

    private static final int NONE = -1;
    private static final LZ4CompressorWithLength COMPRESSOR =
            new LZ4CompressorWithLength(LZ4Factory.fastestInstance().fastCompressor());
    private static final LZ4DecompressorWithLength DECOMPRESSOR =
            new LZ4DecompressorWithLength(LZ4Factory.fastestInstance().safeDecompressor());

    private PackedRecords() {}

    static byte[] pack(List<OutboxRecord> records) {
        byte[] plain = plain(records);
        byte[] packed = new byte[1 + COMPRESSOR.maxCompressedLength(plain.length)];
        packed[0] = FORM;
        int length = COMPRESSOR.compress(plain, 0, plain.length, packed, 1);
        return Arrays.copyOf(packed, 1 + length);
    }

    private static byte[] plain(List<OutboxRecord> records) {
        List<byte[][]> headers = records.stream().map(PackedRecords::headers).toList();
        ByteBuffer packed = ByteBuffer.allocate(size(records, headers));
        for (int i = 0; i < records.size(); i++) {
            put(records.get(i).key(), packed);
            put(records.get(i).value(), packed);
            packed.putInt(headers.get(i).length);
            for (byte[] header : headers.get(i)) {
                put(header, packed);
            }
        }
        return packed.array();
    }

    /** @throws IllegalStateException when another release packed them in another form */
    static List<OutboxRecord> unpack(byte[] bytes) {
        ByteBuffer packed = switch (bytes[0]) {
            case FORM -> ByteBuffer.wrap(DECOMPRESSOR.decompress(bytes, 1));
            case PLAIN -> ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            default ->
                throw new IllegalStateException("outbox: records of form " + bytes[0] + " (expected: " + FORM + ")");
        };
        List<OutboxRecord> records = new ArrayList<>();
        while (packed.hasRemaining()) {
            records.add(new OutboxRecord(bytes(packed.getInt(), packed), value(packed), headers(packed)));
        }
        return records;
    }

    private static int size(List<OutboxRecord> records, List<byte[][]> headers) {
        int size = 0;
        for (int i = 0; i < records.size(); i++) {
            byte[] value = records.get(i).value();
            size += 3 * Integer.BYTES + records.get(i).key().length + (value == null ? 0 : value.length);
            for (byte[] header : headers.get(i)) {
                size += Integer.BYTES + header.length;
            }
        }
        return size;
    }

    private static byte[][] headers(OutboxRecord record) {
        String[] headers = record.headers();
        byte[][] bytes = new byte[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            bytes[i] = headers[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static void put(byte @Nullable [] text, ByteBuffer packed) {
        if (text == null) {
            packed.putInt(NONE);
        } else {
            packed.putInt(text.length).put(text);
        }
    }

    private static byte @Nullable [] value(ByteBuffer packed) {
        int length = packed.getInt();
        return length == NONE ? null : bytes(length, packed);
    }

    private static String[] headers(ByteBuffer packed) {
        String[] headers = new String[packed.getInt()];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new String(bytes(packed.getInt(), packed), StandardCharsets.UTF_8);
        }
        return headers;
    }

    private static byte[] bytes(int length, ByteBuffer packed) {
        byte[] bytes = new byte[length];
        packed.get(bytes);
        return bytes;
    }
}
