package in.sampark.meter.outage.domain;

import in.sampark.meter.outage.domain.Judgement.NothingNew;
import in.sampark.meter.outage.domain.Judgement.OutOfStep;
import in.sampark.meter.outage.domain.Judgement.Recorded;
import in.sampark.meter.outage.domain.Judgement.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a report: nothing new, refused, out of step or recorded, in that order, so that a report sent again stays nothing new however old it has become. An
 * outage never heard of may begin with any stage: what was said before it may have been said before this system listened.
 */
public final class JudgeOutage {

    private final Duration tolerance;
    private final Duration horizon;

    /**
     * @param tolerance how far the source's clock may be ahead
     * @param horizon how far from now any time of an outage may be
     */
    public JudgeOutage(Duration tolerance, Duration horizon) {
        this.tolerance = tolerance;
        this.horizon = horizon;
    }

    /** @param held the outage as it is known; null when it is not */
    public Judgement judge(Report report, @Nullable KnownOutage held, Instant now) {
        if (held != null && report.revision() <= held.revision()) return new NothingNew();
        Doubts.Window window = new Doubts.Window(now.minus(horizon), now.plus(tolerance), now.plus(horizon));
        List<Objection> objections = Doubts.about(report, window);
        return objections.isEmpty() ? step(report, held) : new Refused(objections);
    }

    private static Judgement step(Report report, @Nullable KnownOutage held) {
        if (held != null && !held.standing().next().contains(report.stage())) {
            return new OutOfStep(new Objection("stage", report.stage(), expectedAfter(held.standing())));
        }
        return new Recorded(new KnownOutage(report, Standing.after(held == null ? null : held.standing(), report)));
    }

    private static String expectedAfter(Standing standing) {
        if (standing.next().isEmpty()) return "no more, it is " + standing;
        return standing.next().stream().map(Enum::name).collect(Collectors.joining(" or ")) + " after " + standing;
    }
}
