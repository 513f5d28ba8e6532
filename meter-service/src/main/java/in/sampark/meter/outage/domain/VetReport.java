package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what the control room wants to say by the rules that hold behind the topic, and by what would mislead consumers. */
public final class VetReport {

    private final JudgeOutage judge;

    public VetReport(JudgeOutage judge) {
        this.judge = judge;
    }

    /** @param before the outage as it is known; null when it is not */
    public Vetted vet(Report report, @Nullable KnownOutage before, Instant now) {
        return switch (judge.judge(report, before, now)) {
            case Judgement.Recorded(KnownOutage outage) -> {
                Optional<Vetted> misleading = Misleading.about(outage, now)
                        .map(objection -> new Vetted.Unsound(new Telling.Refused(objection)));
                yield misleading.orElseGet(() -> new Vetted.Sound(outage));
            }
            case Judgement.Refused(var objections) -> new Vetted.Unsound(new Telling.Refused(objections.getFirst()));
            case Judgement.OutOfStep(var objection) -> new Vetted.Unsound(new Telling.OutOfStep(objection));
            case Judgement.NothingNew() ->
                new Vetted.Unsound(new Telling.MovedOn(report.outageId(), report.revision()));
        };
    }
}
