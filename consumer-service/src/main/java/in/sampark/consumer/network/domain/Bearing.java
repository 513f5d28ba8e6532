package in.sampark.consumer.network.domain;

/** How what is said to be above a node bears on what the network has there. */
enum Bearing {
    /** It names the same, or nothing. */
    AGREES,
    /** It names where the node was before. */
    MOVED,
    /** It names something else: the node may be another of the same code. */
    CONTRADICTS
}
