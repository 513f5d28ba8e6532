package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the control room must not say, since consumers would be left to believe what is not so. */
public final class Misleading {

    /** A rule that a revision may fall foul of. */
    @FunctionalInterface
    private interface Rule {
        Optional<Objection> about(KnownOutage outage, @Nullable KnownOutage before, Instant now);
    }

    private static final List<Rule> IN_ORDER =
            List.of(Misleading::yetToBegin, Misleading::longOver, Misleading::forgotten);

    private Misleading() {}

    /** The first objection to what the outage would be, if there is any. @param before as it is known; null when it is not */
    public static Optional<Objection> about(KnownOutage outage, @Nullable KnownOutage before, Instant now) {
        return IN_ORDER.stream()
                .map(rule -> rule.about(outage, before, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who is without supply is not told that it goes off tomorrow. */
    private static Optional<Objection> yetToBegin(KnownOutage outage, @Nullable KnownOutage before, Instant now) {
        Instant from = outage.last().times().fromAt();
        boolean wrong =
                outage.standing() == Standing.STARTED && outage.last().stage() == Stage.REVISED && from.isAfter(now);
        return wrong
                ? Optional.of(new Objection("fromAt", from, "not after now, " + now + ": it has started"))
                : Optional.empty();
    }

    /** A time of restoration that has passed is no news to anybody. */
    private static Optional<Objection> longOver(KnownOutage outage, @Nullable KnownOutage before, Instant now) {
        Instant expected = outage.last().times().expectedRestorationAt();
        boolean over = outage.standing() == Standing.RESTORED || outage.standing() == Standing.CANCELLED;
        return !over && expected != null && !expected.isAfter(now)
                ? Optional.of(new Objection("expectedRestorationAt", expected, "after now, " + now))
                : Optional.empty();
    }

    /** Those whom an outage no longer concerns would go on believing the last they heard. */
    private static Optional<Objection> forgotten(KnownOutage outage, @Nullable KnownOutage before, Instant now) {
        if (before == null || !narrower(outage.last(), before.last())) return Optional.empty();
        return Optional.of(new Objection(
                "assets",
                outage.last().assets(),
                "all of " + before.last().assets() + "; restore this outage and announce what is still off"));
    }

    private static boolean narrower(Report now, Report before) {
        int levels = now.level().compareTo(before.level());
        return levels > 0 || levels == 0 && !now.assets().containsAll(before.assets());
    }
}
