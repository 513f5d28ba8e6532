package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Change;

/** What becomes of a reading. */
public sealed interface Judgement {

    /**
     * Believed.
     *
     * @param reading to keep
     * @param replacing whether it takes the place of one of the same time
     * @param change of the account
     * @param next the connection after it
     */
    record Recorded(Reading reading, boolean replacing, Change change, Metered next) implements Judgement {

        /** Whether it may end doubts about readings before it, too: not if it is the latest and no more, for then it is nobody's later neighbour. */
        public boolean reachesBack() {
            return replacing
                    || reading.opens()
                    || reading.quality() == Quality.RELEASED
                    || next.account().knowsLaterThan(reading.at());
        }
    }

    /** On record before, or something better is, or it was discarded. */
    record Duplicate() implements Judgement {}

    /** Not believed as long as its neighbours are what they are. */
    record Doubted(Reason reason, String explanation) implements Judgement {}

    /** Never to be believed, whatever its neighbours. */
    record Refused(String reason) implements Judgement {}
}
