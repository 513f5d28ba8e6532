package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.Amendment;
import in.sampark.meter.outage.domain.Draft;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.meter.outage.domain.VetReport;
import in.sampark.meter.outage.domain.Vetted;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Puts what the control room says of outages on the topic, where it counts. It is judged beforehand by the rules that hold behind the topic, so
 * that whoever says it learns of what is wrong.
 *
 * <p>A revision is fixed by the one it was made from. It is promised in the database, and the promise is kept only if the broker acknowledges the
 * record: of two operators who start from the same revision the second waits for the first, and is told that the outage has moved on. The
 * outage itself is recorded only behind the topic, where what came first counts, also if the outage system says something at the same moment.
 */
public final class TellOutages {

    private final Outages outages;
    private final AreaOfOutages area;
    private final VetReport vetReport;
    private final PublishOutages publishOutages;
    private final FewAtOnce fewAtOnce;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TellOutages(
            Outages outages,
            AreaOfOutages area,
            VetReport vetReport,
            PublishOutages publishOutages,
            FewAtOnce fewAtOnce,
            TransactionalOperator transaction,
            Clock clock) {
        this.outages = outages;
        this.area = area;
        this.vetReport = vetReport;
        this.publishOutages = publishOutages;
        this.fewAtOnce = fewAtOnce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Announces an outage; fails as {@link Intake#take} does. */
    public Mono<Telling> announce(Draft draft, Caller caller) {
        Report report = draft.report(caller.discom(), clock.instant());
        return outages.latest(report.outageId())
                .<Telling>map(there -> new Telling.Taken(there.id()))
                .switchIfEmpty(Mono.defer(() -> tell(report, null, caller)))
                .as(transaction::transactional)
                .as(fewAtOnce::admit);
    }

    /** Says what changes of an outage; fails as {@link Intake#take} does. */
    public Mono<Telling> revise(String outageId, Amendment amendment, Caller caller) {
        return outages.latest(outageId)
                .flatMap(outage -> area.forbids(outage, caller)
                        .<Telling>map(why -> why)
                        .switchIfEmpty(Mono.defer(() -> amend(outage, amendment, caller))))
                .defaultIfEmpty(new Telling.Unknown())
                .as(transaction::transactional)
                .as(fewAtOnce::admit);
    }

    private Mono<Telling> amend(KnownOutage outage, Amendment amendment, Caller caller) {
        return amendment.revision() == outage.revision()
                ? tell(amendment.report(outage, clock.instant()), outage, caller)
                : Mono.just(new Telling.MovedOn(outage.id(), outage.revision()));
    }

    private Mono<Telling> tell(Report report, @Nullable KnownOutage before, Caller caller) {
        return switch (vetReport.vet(report, before, clock.instant())) {
            case Vetted.Unsound(Telling.Untold why) -> Mono.just(why);
            case Vetted.Sound(KnownOutage outage) ->
                area.objectsTo(report, before, caller)
                        .<Telling>map(why -> why)
                        .switchIfEmpty(Mono.defer(() -> publish(outage)));
        };
    }

    private Mono<Telling> publish(KnownOutage outage) {
        return publishOutages
                .publish(List.of(outage))
                .map(published ->
                        published ? Telling.Told.of(outage) : new Telling.MovedOn(outage.id(), outage.revision()));
    }
}
