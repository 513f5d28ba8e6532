package in.sampark.meter.reading.domain;

/**
 * Two neighbouring registers of a connection, one of which is being judged.
 *
 * @param laterIsJudged which of the two
 * @param loadW the connection's sanctioned load in watts
 */
record Neighbours(Reading earlier, Reading later, boolean laterIsJudged, Limits limits, long loadW) {

    Reading judged() {
        return laterIsJudged ? later : earlier;
    }

    Reading other() {
        return laterIsJudged ? earlier : later;
    }

    boolean below() {
        return !later.opens() && later.wh() < earlier.wh();
    }

    /** Whether the meter has shown all its digits in between and gone on from 0. */
    boolean rolledOver() {
        return below() && energyWh() >= 0 && energyWh() <= mostWh();
    }

    long energyWh() {
        return limits.energyWh(earlier, later);
    }

    long mostWh() {
        return limits.mostWh(loadW, earlier.at(), later.at());
    }
}
