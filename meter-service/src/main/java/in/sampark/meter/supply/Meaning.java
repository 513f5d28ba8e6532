package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Supply;
import java.util.function.UnaryOperator;

/** What a record means for the supply of a connection. */
sealed interface Meaning {

    /**
     * It is about a connection.
     *
     * @param discom code of the company whose it is said to be
     * @param eventId of the record
     * @param happened what it makes of the connection's supply
     */
    record About(String connectionId, String discom, String eventId, UnaryOperator<Supply> happened)
            implements Meaning {}

    /** Nothing that concerns supply. */
    record Nothing() implements Meaning {}

    /** It cannot be believed. */
    record Wrong(String reason) implements Meaning {}
}
