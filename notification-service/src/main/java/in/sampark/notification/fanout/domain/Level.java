package in.sampark.notification.fanout.domain;

/** What kind of thing an asset is. */
public enum Level {
    /** A node of the area tree, with all below it. */
    AREA,
    /** A 33/11 kV substation. */
    SUBSTATION,
    /** An 11 kV feeder. */
    FEEDER,
    /** A distribution transformer. */
    DT
}
