package in.sampark.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text with all its line ends as LF: FastCSV 4.1 loses a quoted cell that has a CR of its own. */
final class LineFeeds extends FilterReader {

    private boolean afterReturn;

    LineFeeds(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] letter = new char[1];
        return read(letter, 0, 1) < 0 ? -1 : letter[0];
    }

    @Override
    public int read(char[] letters, int from, int atMost) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = in.read(letters, from, atMost);
            if (read <= 0) {
                return read;
            }
            kept = unified(letters, from, read);
        }
        return kept;
    }

    /** How many letters are left. */
    private int unified(char[] letters, int from, int count) {
        int to = from;
        for (int i = from; i < from + count; i++) {
            char letter = letters[i];
            if (!(letter == '\n' && afterReturn)) {
                letters[to++] = letter == '\r' ? '\n' : letter;
            }
            afterReturn = letter == '\r';
        }
        return to - from;
    }
}
