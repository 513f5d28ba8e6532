package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.Supply;
import in.sampark.meter.supply.domain.SwitchCause;
import java.util.function.UnaryOperator;

/** What a record means for the supply of a connection. */
sealed interface Meaning {

    /**
     * It is about a connection.
     *
     * @param discom code of the company whose it is said to be
     * @param eventId of the record
     * @param happened what it makes of the connection's supply
     * @param cause why it was switched, if it was
     */
    record About(String connectionId, String discom, String eventId, UnaryOperator<Supply> happened, SwitchCause cause)
            implements Meaning {

        /** Of which nobody says that anything was switched. */
        About(String connectionId, String discom, String eventId, UnaryOperator<Supply> happened) {
            this(connectionId, discom, eventId, happened, SwitchCause.OTHER);
        }
    }

    /** Nothing that concerns supply. */
    record Nothing() implements Meaning {}

    /** It cannot be believed. */
    record Wrong(String reason) implements Meaning {}
}
