package in.sampark.meter.outage.domain;

import java.util.List;
import java.util.stream.Collectors;

/** What becomes of a report. */
public sealed interface Judgement {

    /** Believed. @param outage as it is known now */
    record Recorded(KnownOutage outage) implements Judgement {}

    /** Not above the revision that is known. */
    record NothingNew() implements Judgement {}

    /** Wrong in itself. @param objections at least one */
    record Refused(List<Objection> objections) implements Judgement {

        public Refused {
            objections = List.copyOf(objections);
        }

        /** All that is wrong, in one line. */
        public String reason() {
            return objections.stream().map(Objection::reason).collect(Collectors.joining("; "));
        }
    }

    /** Not what can be said of the outage as it stands. */
    record OutOfStep(Objection objection) implements Judgement {}
}
