package in.sampark.consumer.connection.domain;

/**
 * Something said of a connection's place that the network does not bear out.
 *
 * @param level what is not borne out, e.g. division
 * @param said its code as it was said
 * @param known the code the network has instead
 * @param below what hangs there by the network, e.g. sub_division SD-1
 * @param kept whether the connection stays where it was said to be
 */
public record Discrepancy(String level, String said, String known, String below, boolean kept) {

    /** What would have been right, and what was made of it. */
    public String expected() {
        return kept
                ? "%s, on which the network has %s; taken as it is, for the code may be another's there"
                        .formatted(known, below)
                : "%s, to which %s has moved; taken so".formatted(known, below);
    }
}
