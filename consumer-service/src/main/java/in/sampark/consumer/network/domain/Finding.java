package in.sampark.consumer.network.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not fit together: connections hang on what is not there, or elsewhere.
 *
 * @param code as the connections have it
 * @param connections how many name it
 * @param under what they say it hangs on; null unless that is what is wrong
 * @param known what it hangs on by the network; null unless that differs
 */
public record Finding(
        NodeKind kind,
        String code,
        Reason reason,
        long connections,
        @Nullable String under,
        @Nullable String known) {

    /** What is wrong with a code. */
    public enum Reason {
        /** The network master has no such node. */
        UNKNOWN,
        /** The node is out of use. */
        INACTIVE,
        /** The code is a word for none: nobody knows what feeds them. */
        NO_CODE,
        /** The node hangs elsewhere by the network: of the code there may be two, and the network knows one. */
        ELSEWHERE
    }
}
