package in.sampark.launcher;

import java.io.PrintWriter;

/** Tells people what happens, each line with the seconds since the start. */
public final class Progress {

    private final PrintWriter out;
    private final long start;

    /** Shows on the screen, counting the seconds from now. */
    public static Progress onScreen() {
        return new Progress(new PrintWriter(System.out, true), System.nanoTime());
    }

    Progress(PrintWriter out, long startNanos) {
        this.out = out;
        this.start = startNanos;
    }

    /** Shows one line. */
    public synchronized void say(String line) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }

    /** Shows text as it is, without the time. */
    public synchronized void show(String text) {
        out.println(text);
        out.flush();
    }
}
