package in.sampark.meter.supply.domain;

import in.sampark.meter.supply.Rules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A consumer whose supply is decided by the shipped rules, in local time, and what was announced about them. */
final class Consumer {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final DecideSupply DECIDE = new DecideSupply(Rules.SHIPPED);

    private final List<String> said = new ArrayList<>();
    private Supply supply = Supply.unwatched("C");
    private Standing standing;

    private Consumer(Standing standing) {
        this.standing = standing;
    }

    static Consumer of(String discom, String category, long loadW) {
        return new Consumer(new Standing(discom, category, loadW, true, true, 100));
    }

    /** A household of 3 kW in Uttar Pradesh: three days of emergency credit. */
    static Consumer inUttarPradesh() {
        return of("DVVNL", "LMV-1-URBAN", 3_000);
    }

    /** A consumer of NBPDCL. */
    static Consumer inBihar() {
        return of("NBPDCL", "DS-II", 2_000);
    }

    Consumer falls(String at, long availablePaise) {
        standing = with(availablePaise);
        supply = supply.told(new Told(availablePaise, 0, standing.charged(), "event " + at, time(at)));
        return looks(at);
    }

    Consumer pays(String at, long paise) {
        standing = with(standing.availablePaise() + paise);
        supply = supply.told(new Told(standing.availablePaise(), paise, standing.charged(), null, time(at)));
        return looks(at);
    }

    Consumer hears(String at) {
        return noticed(at, Notice.Kind.MESSAGE);
    }

    Consumer isVisited(String at) {
        return noticed(at, Notice.Kind.VISIT);
    }

    /** As visited, but known later, or once more. */
    Consumer visitKnown(String happened, String at) {
        supply = supply.noticed(new Notice(Notice.Kind.VISIT, "n", time(happened)));
        return looks(at);
    }

    Consumer reported(String at, Report.What what) {
        supply = supply.reported(new Report(what, time(at)));
        return looks(at);
    }

    /** As reported, but decided later, as when it came late. */
    Consumer reportedLate(String happened, Report.What what, String at) {
        supply = supply.reported(new Report(what, time(happened)));
        return looks(at);
    }

    Consumer turnsPostpaid(String at) {
        return standsAs(at, true, false);
    }

    Consumer isOfLoad(String at, long loadW) {
        standing = new Standing(
                standing.discom(),
                standing.category(),
                loadW,
                standing.supplied(),
                standing.prepaid(),
                standing.availablePaise());
        return looks(at);
    }

    Consumer turnsPrepaid(String at) {
        return standsAs(at, true, true);
    }

    Consumer ends(String at) {
        return standsAs(at, false, standing.prepaid());
    }

    Consumer looks(String at) {
        Decided decided = DECIDE.decide(supply, standing, time(at));
        decided.acts().forEach(act -> said.add(at + " " + text(act)));
        supply = decided.supply();
        return this;
    }

    /** What was announced since the last time this was asked. */
    List<String> said() {
        List<String> since = List.copyOf(said);
        said.clear();
        return since;
    }

    Decided decided(String at) {
        return DECIDE.decide(supply, standing, time(at));
    }

    boolean waitsForPayment(String at) {
        return decided(at).waitsForPayment(standing);
    }

    /** What it waits for, and until when. */
    String waitsFor(String at) {
        Decision.Rest rest = DECIDE.decide(supply, standing, time(at)).rest();
        return rest.because() + (rest.until() == null ? "" : " " + local(rest.until()));
    }

    /** What would help, in paise and hours of grace. */
    String ways() {
        return DECIDE.ways(supply, standing).stream()
                .map(way -> way.paise() + " " + way.grace().toDays() + "d")
                .collect(Collectors.joining(", "));
    }

    Supply supply() {
        return supply;
    }

    /** As declared, whereupon the balance is told. */
    private Consumer standsAs(String at, boolean supplied, boolean prepaid) {
        standing = new Standing(
                standing.discom(), standing.category(), standing.loadW(), supplied, prepaid, standing.availablePaise());
        supply = supply.told(new Told(standing.availablePaise(), 0, standing.charged(), null, time(at)));
        return looks(at);
    }

    private Consumer noticed(String at, Notice.Kind kind) {
        supply = supply.noticed(new Notice(kind, "n", time(at)));
        return looks(at);
    }

    private Standing with(long availablePaise) {
        return new Standing(
                standing.discom(),
                standing.category(),
                standing.loadW(),
                standing.supplied(),
                standing.prepaid(),
                availablePaise);
    }

    private static String text(Decision.Act act) {
        return switch (act) {
            case Decision.Cut cut -> "CUT " + cut.why() + " until " + local(cut.deadline());
            case Decision.Withdraw withdrawn -> "WITHDRAWN " + withdrawn.why() + grace(withdrawn.graceUntil());
            case Decision.Restore restore ->
                "RESTORE " + restore.why() + " by " + local(restore.deadline()) + grace(restore.graceUntil());
            case Decision.Overdue overdue -> "OVERDUE since " + local(overdue.deadline());
        };
    }

    private static String grace(@Nullable Instant until) {
        return until == null ? "" : " grace until " + local(until);
    }

    static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(INDIA).toInstant();
    }

    private static String local(Instant at) {
        return at.atZone(INDIA).toLocalDateTime().toString();
    }
}
