package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.Amendment;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Notice;
import in.sampark.meter.outage.domain.Objection;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Standing;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.meter.outage.domain.VetReport;
import in.sampark.meter.outage.domain.Vetted;
import in.sampark.platform.intake.Intake;
import in.sampark.platform.security.Caller;
import in.sampark.platform.time.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says of several outages at once what one notice says of them: all of it or nothing. See {@link TellOutages}. */
public final class TellNotices {

    private final Outages outages;
    private final AreaOfOutages area;
    private final VetReport vetReport;
    private final PublishOutages publishOutages;
    private final FewAtOnce fewAtOnce;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TellNotices(
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

    /**
     * Announces an outage for each window; fails as {@link Intake#take} does. What the broker has taken of the same notice before, while the rest
     * of it got lost, is not announced again.
     */
    public Mono<Telling> announce(Notice notice, Caller caller) {
        Instant now = clock.instant();
        List<Report> reports = notice.drafts().stream()
                .map(draft -> draft.report(caller.discom(), now))
                .toList();
        return wholly(outages.latest(reports.stream().map(Report::outageId).toList())
                .flatMap(there -> announce(reports, there, caller, now)));
    }

    /**
     * Cancels what a notice announced and has not begun; fails as {@link Intake#take} does.
     *
     * @param day only what begins that local day; null for all days
     */
    public Mono<Telling> cancel(String noticeId, @Nullable LocalDate day, Caller caller) {
        Instant now = clock.instant();
        return wholly(outages.ofNotice(noticeId)
                .flatMap(all -> Flux.fromIterable(all)
                        .concatMap(outage -> area.forbids(outage, caller))
                        .next()
                        .<Telling>map(why -> why)
                        .switchIfEmpty(Mono.defer(() -> cancel(all, day, now)))));
    }

    private Mono<Telling> announce(List<Report> reports, Map<String, KnownOutage> there, Caller caller, Instant now) {
        for (Report report : reports) {
            KnownOutage known = there.get(report.outageId());
            if (known != null && !known.announcedAs(report)) return Mono.just(new Telling.Taken(known.id()));
        }
        List<Report> lacking = reports.stream()
                .filter(report -> !there.containsKey(report.outageId()))
                .toList();
        if (lacking.isEmpty())
            return Mono.just(new Telling.Taken(reports.getFirst().outageId()));
        return area.objectsTo(lacking.getFirst(), null, caller)
                .<Telling>map(why -> why)
                .switchIfEmpty(Mono.defer(() -> tell(lacking, Map.of(), now)));
    }

    private Mono<Telling> cancel(List<KnownOutage> all, @Nullable LocalDate day, Instant now) {
        if (all.isEmpty()) return Mono.just(new Telling.Unknown());
        Map<String, KnownOutage> ahead = all.stream()
                .filter(outage -> outage.standing() == Standing.SCHEDULED && !outage.lapsedBy(now))
                .filter(outage -> day == null || day.equals(dayOf(outage)))
                .collect(Collectors.toMap(KnownOutage::id, outage -> outage));
        if (ahead.isEmpty()) {
            return Mono.just(new Telling.OutOfStep(new Objection(
                    "date", Optional.<Object>ofNullable(day).orElse("any"), "a day with a window that is scheduled")));
        }
        return tell(
                ahead.values().stream()
                        .map(outage -> Amendment.cancelling(outage).report(outage, now))
                        .toList(),
                ahead,
                now);
    }

    private Mono<Telling> tell(List<Report> reports, Map<String, KnownOutage> before, Instant now) {
        List<KnownOutage> sound = new ArrayList<>();
        for (Report report : reports) {
            switch (vetReport.vet(report, before.get(report.outageId()), now)) {
                case Vetted.Sound(KnownOutage outage) -> sound.add(outage);
                case Vetted.Unsound(Telling.Untold why) -> {
                    return Mono.just(why);
                }
            }
        }
        return publishOutages.publish(sound).map(published -> published ? allTold(sound) : outrun(sound.getFirst()));
    }

    private static Telling allTold(List<KnownOutage> outages) {
        return new Telling.AllTold(outages.stream().map(Telling.Told::of).toList());
    }

    private static Telling outrun(KnownOutage outage) {
        return new Telling.MovedOn(outage.id(), outage.revision());
    }

    private static LocalDate dayOf(KnownOutage outage) {
        return LocalDate.ofInstant(outage.last().times().fromAt(), India.ZONE);
    }

    /** Promises of what is not told after all are not kept. */
    private Mono<Telling> wholly(Mono<Telling> telling) {
        return transaction
                .execute(status -> telling.doOnNext(told -> {
                    if (told instanceof Telling.Untold) status.setRollbackOnly();
                }))
                .single()
                .as(fewAtOnce::admit);
    }
}
