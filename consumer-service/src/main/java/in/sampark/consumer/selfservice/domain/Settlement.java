package in.sampark.consumer.selfservice.domain;

import java.time.Instant;

/** What becomes of a change of number. */
public sealed interface Settlement {

    /** The number is the connection's. */
    record Proven() implements Settlement {}

    /** The verified number is told, and may refuse until then. */
    record Told(Instant until) implements Settlement {}

    /** Nothing comes of it: it is not their connection, or somebody proved another number since. */
    record Dropped() implements Settlement {}
}
