package in.sampark.meter.outage.domain;

/** What becomes of a report. */
public sealed interface Judgement {

    /** Believed. @param outage as it is known now */
    record Recorded(KnownOutage outage) implements Judgement {}

    /** Not above the revision that is known. */
    record NothingNew() implements Judgement {}

    /** Wrong in itself. */
    record Refused(Objection objection) implements Judgement {}

    /** Not what can be said of the outage as it stands. */
    record OutOfStep(Objection objection) implements Judgement {}
}
