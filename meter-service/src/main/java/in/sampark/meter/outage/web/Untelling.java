package in.sampark.meter.outage.web;

import in.sampark.meter.outage.domain.Objection;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;

/** What the control room is answered when something was not put on the topic. */
final class Untelling {

    private Untelling() {}

    /** @param what they spoke of, e.g. an outage and its id */
    static Problem problem(Telling.Untold why, String what, Caller caller) {
        return switch (why) {
            case Telling.Refused(Objection wrong) -> Problem.invalid(wrong.field(), wrong.value(), wrong.expected());
            case Telling.OutOfStep(Objection step) -> Problem.conflict(step.reason());
            case Telling.MovedOn(String id, long present) ->
                Problem.conflict("outage " + id + " has moved on (expected: its revision, " + present + ")")
                        .with("revision", present);
            case Telling.Taken(String id) -> Problem.conflict("outageId: " + id + " (expected: one not used yet)");
            case Telling.Beyond() ->
                Problem.forbidden(what + " reaches beyond " + caller.areaPath() + " (expected: one within it)");
            case Telling.Unknown() -> Problem.notFound(what);
        };
    }
}
