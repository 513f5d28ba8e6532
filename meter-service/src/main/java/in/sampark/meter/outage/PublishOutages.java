package in.sampark.meter.outage;

import in.sampark.contract.Topics;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.platform.intake.Intake;
import java.util.List;
import reactor.core.publisher.Mono;

/** Puts revisions on the topic, each promised before, so that nobody else says the same one. */
final class PublishOutages {

    private final Outages outages;
    private final Intake intake;

    PublishOutages(Outages outages, Intake intake) {
        this.outages = outages;
        this.intake = intake;
    }

    /**
     * Whether all of them are on the topic; false when somebody else was at one of them already, and then the caller has to roll back. Joins the
     * caller's transaction; fails as {@link Intake#take} does.
     */
    Mono<Boolean> publish(List<KnownOutage> revisions) {
        return outages.promise(revisions)
                .flatMap(promised -> promised ? take(revisions).thenReturn(true) : Mono.just(false));
    }

    private Mono<Void> take(List<KnownOutage> revisions) {
        return intake.take(
                Topics.OUTAGES,
                revisions.stream()
                        .map(outage -> OutageContract.record(outage.last()))
                        .toList());
    }
}
