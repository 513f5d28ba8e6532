package in.sampark.meter.outage.domain;

/** What becomes of something the control room wants to say of an outage. */
public sealed interface Telling {

    /** It is on the topic. */
    record Told(String outageId, long revision, Stage stage) implements Telling {}

    /** Wrong in itself. */
    record Refused(Objection objection) implements Telling {}

    /** Not what can be said of the outage as it stands. */
    record OutOfStep(Objection objection) implements Telling {}

    /** Somebody else has said something meanwhile. @param revision the present one */
    record MovedOn(long revision) implements Telling {}

    /** Its number is taken. */
    record Taken(String outageId) implements Telling {}

    /** No outage the caller may know of. */
    record Unknown() implements Telling {}

    /** The outage reaches beyond the caller's area. */
    record Beyond() implements Telling {}
}
