package in.sampark.platform.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file's text: UTF-8 or UTF-16, told by the byte order mark or, without one, by where the zeros of its first letter
 * stand, as every header begins with an ASCII letter. Bytes that are neither are an error, not another letter.
 */
final class FileText {

    private FileText() {}

    /** The text after the byte order mark, its lines ended by LF. Waits for the file's first bytes. */
    static BufferedReader of(InputStream file) throws IOException {
        var bytes = new PushbackInputStream(file, 3);
        byte[] first = bytes.readNBytes(3);
        Encoding encoding = encoding(first);
        bytes.unread(first, encoding.mark(), first.length - encoding.mark());
        CharsetDecoder decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new LineFeeds(new InputStreamReader(bytes, decoder)));
    }

    private static Encoding encoding(byte[] first) {
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(first, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(first, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (first.length > 1 && first[0] != 0 && first[1] == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (first.length > 1 && first[0] == 0 && first[1] != 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean starts(byte[] first, int... mark) {
        if (first.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (first[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** @param mark how long its byte order mark is */
    private record Encoding(Charset charset, int mark) {}
}
