package in.sampark.infrastructure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for telling why its writer failed. */
final class LogTail {

    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    /** The last lines of the file, indented; a note when it cannot be read. */
    static String of(Path log, int lines) {
        List<String> tail;
        try {
            tail = end(log).lines().toList();
        } catch (IOException e) {
            return "  (cannot be read: " + e.getMessage() + ")";
        }
        if (tail.isEmpty()) {
            return "  (empty)";
        }
        return String.join("\n", tail.subList(Math.max(0, tail.size() - lines), tail.size()))
                .indent(2)
                .stripTrailing();
    }

    private static String end(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
