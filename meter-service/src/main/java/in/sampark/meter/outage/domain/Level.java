package in.sampark.meter.outage.domain;

/** What kind of thing an outage's assets are. UNKNOWN is one this build does not know yet. */
public enum Level {
    UNKNOWN,
    /** A node of the area tree, by its path. */
    AREA,
    SUBSTATION,
    FEEDER,
    /** Distribution transformer. */
    DT,
    /** Feeds substations, and no consumer itself. */
    TRANSMISSION_LINE;

    /** Whether consumers hang on it. */
    public boolean supplies() {
        return this != UNKNOWN && this != TRANSMISSION_LINE;
    }
}
