package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the control room must not say, since consumers would be left to believe what is not so. */
public final class Misleading {

    /** A rule that a revision may fall foul of. */
    @FunctionalInterface
    private interface Rule {
        Optional<Objection> about(KnownOutage outage, Instant now);
    }

    private static final List<Rule> IN_ORDER = List.of(Misleading::yetToBegin, Misleading::longOver);

    private Misleading() {}

    /** The first objection to what the outage would be, if there is any. */
    public static Optional<Objection> about(KnownOutage outage, Instant now) {
        return IN_ORDER.stream()
                .map(rule -> rule.about(outage, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who is without supply is not told that it goes off tomorrow. */
    private static Optional<Objection> yetToBegin(KnownOutage outage, Instant now) {
        Instant from = outage.last().times().fromAt();
        boolean wrong =
                outage.standing() == Standing.STARTED && outage.last().stage() == Stage.REVISED && from.isAfter(now);
        return wrong
                ? Optional.of(new Objection("fromAt", from, "not after now, " + now + ": it has started"))
                : Optional.empty();
    }

    /** A time of restoration that has passed is no news to anybody. */
    private static Optional<Objection> longOver(KnownOutage outage, Instant now) {
        Instant expected = outage.last().times().expectedRestorationAt();
        boolean over = outage.standing() == Standing.RESTORED || outage.standing() == Standing.CANCELLED;
        return !over && expected != null && !expected.isAfter(now)
                ? Optional.of(new Objection("expectedRestorationAt", expected, "after now, " + now))
                : Optional.empty();
    }
}
