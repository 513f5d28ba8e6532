package in.sampark.consumer.doubt.domain;

/** What a line of the list says. */
public sealed interface ReassignedLine {

    /** A number. */
    record Good(Reassigned reassigned) implements ReassignedLine {}

    /** Nothing that could be understood. */
    record Bad(LineError error) implements ReassignedLine {}

    /**
     * What is wrong with a line. Its number is left out.
     *
     * @param line from 1, the header
     */
    record LineError(long line, String column, String expected) {}
}
