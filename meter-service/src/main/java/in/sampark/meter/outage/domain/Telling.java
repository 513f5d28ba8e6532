package in.sampark.meter.outage.domain;

import java.util.List;

/** What becomes of something the control room wants to say of an outage. */
public sealed interface Telling {

    /** It is on the topic. */
    record Told(String outageId, long revision, Stage stage) implements Telling {

        public static Told of(KnownOutage outage) {
            return new Told(outage.id(), outage.revision(), outage.last().stage());
        }
    }

    /** All of it is on the topic: what a notice says of its outages. */
    record AllTold(List<Told> outages) implements Telling {

        public AllTold {
            outages = List.copyOf(outages);
        }
    }

    /** It is not, and none of it. */
    sealed interface Untold extends Telling {}

    /** Wrong in itself. */
    record Refused(Objection objection) implements Untold {}

    /** Not what can be said of the outage as it stands. */
    record OutOfStep(Objection objection) implements Untold {}

    /** Somebody else has said something meanwhile. @param revision the present one */
    record MovedOn(String outageId, long revision) implements Untold {}

    /** Its number is taken. */
    record Taken(String outageId) implements Untold {}

    /** No outage the caller may know of. */
    record Unknown() implements Untold {}

    /** The outage reaches beyond the caller's area. */
    record Beyond() implements Untold {}
}
