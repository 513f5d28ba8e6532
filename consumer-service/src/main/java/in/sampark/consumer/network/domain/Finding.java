package in.sampark.consumer.network.domain;

/**
 * Something that does not fit together: connections hang on what is not there.
 *
 * @param code as the connections have it
 * @param connections how many name it
 */
public record Finding(NodeKind kind, String code, Reason reason, long connections) {

    /** What is wrong with a code. */
    public enum Reason {
        /** The network master has no such node. */
        UNKNOWN,
        /** The node is out of use. */
        INACTIVE,
        /** The code is a word for none: nobody knows what feeds them. */
        NO_CODE
    }
}
