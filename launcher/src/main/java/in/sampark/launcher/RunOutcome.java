package in.sampark.launcher;

/** How a run ended. */
sealed interface RunOutcome {
    /** The story came out right. */
    record Right() implements RunOutcome {}

    /** The story came out wrong; the screen shows how. */
    record Wrong() implements RunOutcome {}

    /** Something broke. */
    record Failed(String why) implements RunOutcome {}

    /** Ctrl-C came first. */
    record Interrupted() implements RunOutcome {}

    /** Nothing was started. */
    record CannotStart(String obstacle) implements RunOutcome {}
}
