package in.sampark.infrastructure;

import java.nio.file.Path;

/** A child did not start or ended on its own. The message names it and ends with the last lines of its log. */
public final class ChildFailedException extends RuntimeException {

    private static final int LINES = 25;

    private ChildFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    private ChildFailedException(String message) {
        super(message);
    }

    /**
     * @param name the child
     * @param what what happened to it, as the rest of a sentence: {@code ended with status 1}
     * @param log where its output went
     */
    public static ChildFailedException of(String name, String what, Path log) {
        return new ChildFailedException(message(name, what, log));
    }

    static ChildFailedException of(String name, String what, Path log, Throwable cause) {
        return new ChildFailedException(message(name, what, log), cause);
    }

    private static String message(String name, String what, Path log) {
        return "%s %s. The end of %s:%n%s".formatted(name, what, log, LogTail.of(log, LINES));
    }
}
