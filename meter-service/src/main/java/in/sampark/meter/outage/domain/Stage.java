package in.sampark.meter.outage.domain;

/** What a revision says of its outage. UNKNOWN is one this build does not know yet. */
public enum Stage {
    UNKNOWN,
    SCHEDULED,
    STARTED,
    REVISED,
    RESTORED,
    CANCELLED
}
