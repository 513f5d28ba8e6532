package in.sampark.platform.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** What stands between the cells of a file. No column's title holds any of them, so the header tells. */
final class Separator {

    private static final char[] KNOWN = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 8192;

    private Separator() {}

    /** The one most frequent in the first line. Leaves the text where it is. */
    static char of(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER + 1);
        int[] seen = new int[KNOWN.length];
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int letter = text.read();
            if (letter < 0 || letter == '\n' || letter == '\r') {
                break;
            }
            count(letter, seen);
        }
        text.reset();
        return mostFrequent(seen);
    }

    private static void count(int letter, int[] seen) {
        for (int i = 0; i < KNOWN.length; i++) {
            if (letter == KNOWN[i]) {
                seen[i]++;
            }
        }
    }

    private static char mostFrequent(int[] seen) {
        int most = 0;
        for (int i = 1; i < KNOWN.length; i++) {
            if (seen[i] > seen[most]) {
                most = i;
            }
        }
        return KNOWN[most];
    }
}
