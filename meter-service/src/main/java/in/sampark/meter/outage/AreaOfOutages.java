package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Level;
import in.sampark.meter.outage.domain.Objection;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which outages a caller may speak of: those whose assets all lie in their area. What lies elsewhere is for them as if it did not exist. */
final class AreaOfOutages {

    private final Assets assets;
    private final CurrentOutages shown;

    AreaOfOutages(Assets assets, CurrentOutages shown) {
        this.assets = assets;
        this.shown = shown;
    }

    /** Why the caller may say nothing of the outage; empty when they may. One they can see is not denied, though it reaches too far. */
    Mono<Telling.Untold> forbids(KnownOutage outage, Caller caller) {
        if (!outage.last().discom().equals(caller.discom())) return Mono.just(new Telling.Unknown());
        if (caller.areaPath().equals(caller.discom())) return Mono.empty();
        return firstNotOf(outage.last(), caller)
                .flatMap(beyond -> shown.of(outage.id(), caller.discom(), caller.areaPath())
                        .<Telling.Untold>map(seen -> new Telling.Beyond())
                        .defaultIfEmpty(new Telling.Unknown()));
    }

    /** What is wrong with the report's assets; empty when nothing is. Assets that were told of before are not doubted again. */
    Mono<Telling.Untold> objectsTo(Report report, @Nullable KnownOutage before, Caller caller) {
        if (before != null && before.last().reaches(report)) return Mono.empty();
        return firstNotOf(report, caller)
                .<Telling.Untold>map(asset -> new Telling.Refused(new Objection(
                        report.level() == Level.TRANSMISSION_LINE ? "takesDown.assets" : "assets",
                        asset,
                        "what is found "
                                + report.cutsOff()
                                        .map(extent -> "on level " + extent.level() + " ")
                                        .orElse("")
                                + "within your area, " + caller.areaPath())));
    }

    /** An outage that cuts off nothing is the whole company's. */
    private Mono<String> firstNotOf(Report report, Caller caller) {
        return report.cutsOff()
                .map(extent -> assets.firstNotOf(report.discom(), caller.areaPath(), extent))
                .orElseGet(() -> caller.areaPath().equals(report.discom()) ? Mono.empty() : Mono.just("none"));
    }
}
