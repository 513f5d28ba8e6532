package in.sampark.consumer.doubt.domain;

/** What a line of the list says. */
public sealed interface ReassignedLine {

    /** A number. */
    record Good(Reassigned reassigned) implements ReassignedLine {}

    /** Nothing that could be understood. */
    record Bad(LineError error) implements ReassignedLine {}

    /**
     * What is wrong with a line.
     *
     * @param line from 1, the header
     * @param value what was found; a number by its shape only
     */
    record LineError(long line, String column, String value, String expected) {}
}
