package in.sampark.meter.supply;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Supply of connections, for people to look at. */
public interface SupplyPages {

    /** What is due at a switch and not done. */
    enum Due {
        /** It is to be cut off, and may be now. */
        CUT_DUE,
        /** It is to be switched on. */
        RESTORE_DUE,
        /** It was to be switched on by now. */
        RESTORE_OVERDUE
    }

    /**
     * A connection at which something is due.
     *
     * @param areaPath where it is
     */
    record Place(String areaPath, Watched watched) {}

    /** A place in the order of areas and connection ids. */
    record After(String areaPath, String connectionId) {

        /** Before all. */
        public static final After NOTHING = new After("", "");
    }

    /** Connections at or below an area at which something is due, by area and id, of those after a place. */
    Mono<List<Place>> due(Due due, String areaPath, Instant now, After after, int atMost);
}
