package in.sampark.meter.supply.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.supply.Rules;
import in.sampark.meter.supply.domain.Decision.Act;
import in.sampark.meter.supply.domain.Decision.Cut;
import in.sampark.meter.supply.domain.Decision.Overdue;
import in.sampark.meter.supply.domain.Decision.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds whatever happens, in whatever order. */
class SupplyPropertiesTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final DecideSupply DECIDE = new DecideSupply(Rules.SHIPPED);

    /** What may happen to a connection, some time after what happened before. */
    private record Step(Duration after, Kind kind, long paise, Duration late) {

        enum Kind {
            TELL,
            PAY,
            NOTICE,
            CUT_OFF,
            SWITCHED_OFF,
            OFF_UNEXPLAINED,
            SWITCHED_ON,
            LAST_GASP,
            /** Something that was delivered before, delivered again. */
            AGAIN,
            POSTPAID,
            PREPAID,
            END,
            LOOK
        }
    }

    private record Life(String discom, long loadW, List<Step> steps) {}

    @Property
    void nobodyIsCutOffWithoutProofOrInHoursWithoutCuts(@ForAll("lives") Life life) {
        play(
                life,
                (past, before, standing, decided, now) -> decided.acts().stream()
                        .filter(Cut.class::isInstance)
                        .map(Cut.class::cast)
                        .forEach(cut -> {
                            SupplyRules rules = Rules.of(life.discom());
                            Debt debt = before.debt();
                            assertThat(standing.duesPaise()).isPositive();
                            assertThat(before.line().state()).isEqualTo(Line.State.ON);
                            assertThat(debt).isNotNull();
                            assertThat(debt.notice()).isNotNull();
                            assertThat(debt.notice().at())
                                    .isBetween(debt.since(), now)
                                    .isAfter(past.byHand);
                            assertThat(standing.supplied() && standing.prepaid())
                                    .isTrue();
                            assertThat(debt.since()).isAfter(past.notCharged);
                            assertThat(now)
                                    .isAfterOrEqualTo(
                                            debt.since().plus(rules.patience().with(standing)));
                            for (Instant at = now; at.isBefore(cut.deadline()); at = at.plus(Duration.ofMinutes(30))) {
                                assertThat(rules.cutHours().open(at))
                                        .as("open at %s", at)
                                        .isTrue();
                            }
                            assertThat(rules.cutHours().open(cut.deadline())).isFalse();
                        }));
    }

    @Property
    void decidingAgainDecidesNothing(@ForAll("lives") Life life) {
        play(life, (_, standing, decided, now) -> {
            Decided again = DECIDE.decide(decided.supply(), standing, now);
            assertThat(again.acts()).isEmpty();
            assertThat(again.supply()).isEqualTo(decided.supply());
            assertThat(again.rest()).isEqualTo(decided.rest());
            if (decided.rest().until() != null)
                assertThat(decided.rest().until()).isAfter(now);
        });
    }

    @Property
    void versionsGrowByOneForEverythingThatIsSaid(@ForAll("lives") Life life) {
        play(
                life,
                (before, _, decided, _) -> assertThat(decided.supply().version())
                        .isEqualTo(before.version() + decided.acts().size()));
    }

    @Property
    void onlyWhatWasCutOffIsSwitchedOnAndWhoOwesNothingAlwaysIs(@ForAll("lives") Life life) {
        play(life, (before, standing, decided, _) -> {
            boolean restored = decided.acts().stream().anyMatch(Restore.class::isInstance);
            if (restored) {
                assertThat(before.line().state()).isEqualTo(Line.State.CUT);
                assertThat(before.restore()).isNull();
            }
            boolean cut = decided.supply().line().state() == Line.State.CUT;
            if (cut && standing.charged() && standing.availablePaise() > 0) {
                assertThat(decided.supply().restore()).isNotNull();
            }
        });
    }

    @Property
    void nobodyHasAnOrderToCutOutstandingWithoutCause(@ForAll("lives") Life life) {
        play(life, (past, _, standing, decided, now) -> {
            Cut cut = decided.acts().stream()
                    .reduce((_, last) -> last)
                    .map(last -> last instanceof Cut due ? due : null)
                    .orElse(decided.acts().isEmpty() ? past.cut : null);
            if (cut == null || !now.isBefore(cut.deadline())) return;
            assertThat(standing.supplied()).isTrue();
            assertThat(standing.availablePaise()).isNotPositive();
            if (decided.supply().line().state() == Line.State.CUT) return;
            assertThat(standing.prepaid()).isTrue();
            assertThat(standing.duesPaise()).isPositive();
            assertThat(decided.supply().debt()).isNotNull();
            assertThat(decided.supply().debt().notice()).isNotNull();
        });
    }

    @Property
    void aRestorationIsOrderedOnceAndOverdueOnceAtMost(@ForAll("lives") Life life) {
        play(life, (past, before, _, decided, now) -> {
            for (Act act : decided.acts()) {
                if (act instanceof Restore) assertThat(past.restore).isNull();
                if (!(act instanceof Overdue)) continue;
                assertThat(past.restore).isNotNull();
                assertThat(past.overdue).isFalse();
                assertThat(before.restore()).isNotNull();
                assertThat(before.restore().deadline()).isBeforeOrEqualTo(now);
            }
        });
    }

    @Property
    void graceThatWasBoughtIsHad(@ForAll("lives") Life life) {
        play(life, (_, standing, decided, now) -> {
            Debt debt = decided.supply().debt();
            if (debt == null || debt.graceUntil() == null || !now.isBefore(debt.graceUntil())) return;
            if (decided.supply().line().state() == Line.State.CUT && standing.supplied())
                assertThat(decided.supply().restore()).isNotNull();
        });
    }

    @Property
    void theEarliestProofAfterTheReconnectionCountsInWhateverOrderAndHoweverOftenTheyCome(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -60, max = 3_000) Integer> minutes,
            @ForAll @IntRange(min = 1, max = 3_000) int reconnected,
            @ForAll @IntRange(max = 6) int reportedAfter) {
        Supply owing = Supply.unwatched("C")
                .told(new Told(-1, 0, true, "e", START))
                .reported(new Report(Report.What.CUT_OFF, START));
        Report report = new Report(Report.What.SWITCHED_ON, START.plus(Duration.ofMinutes(reconnected)));
        Supply inOrder = owing.reported(report);
        Supply after = owing;
        for (int n = 0; n < minutes.size(); n++) {
            if (n == reportedAfter) after = after.reported(report);
            after = after.noticed(notice(minutes.get(n)));
        }
        after = after.reported(report);
        for (int minute : minutes.stream().sorted().toList()) {
            inOrder = inOrder.noticed(notice(minute));
        }

        assertThat(after).isEqualTo(inOrder);
        assertThat(Optional.ofNullable(after.debt()).map(Debt::notice))
                .isEqualTo(minutes.stream()
                        .filter(minute -> minute > reconnected)
                        .min(Integer::compare)
                        .map(SupplyPropertiesTest::notice));
    }

    private static Notice notice(int minute) {
        return new Notice(Notice.Kind.VISIT, "v" + minute, START.plus(Duration.ofMinutes(minute)));
    }

    @Property
    void theLeastPaymentNamedHelps(@ForAll("lives") Life life) {
        play(life, (_, standing, decided, now) -> {
            List<Reconnection.Way> ways = DECIDE.ways(decided.supply(), standing);
            if (ways.isEmpty() || decided.supply().line().state() == Line.State.OFF || !standing.supplied()) return;
            for (Reconnection.Way way : ways) {
                Standing after = with(standing, standing.availablePaise() + way.paise());
                Decided then = DECIDE.decide(
                        decided.supply()
                                .told(new Told(after.availablePaise(), way.paise(), after.charged(), null, now)),
                        after,
                        now);
                assertThat(then.supply().line().state() == Line.State.CUT
                                && then.supply().restore() == null)
                        .as("still cut off after paying %s: %s", way, then)
                        .isFalse();
                assertThat(then.rest().because()).isNotEqualTo(Decision.Because.CUT_ANNOUNCED);
                if (way.paise() > 1)
                    assertThat(lessHelps(decided.supply(), standing, way, now)).isFalse();
            }
        });
    }

    /** Whether a paisa less has the same effect. */
    private static boolean lessHelps(Supply supply, Standing standing, Reconnection.Way way, Instant now) {
        long paise = way.paise() - 1;
        Standing after = with(standing, standing.availablePaise() + paise);
        Decided then = DECIDE.decide(
                supply.told(new Told(after.availablePaise(), paise, after.charged(), null, now)), after, now);
        Instant graceBefore = supply.debt() == null ? null : supply.debt().graceUntil();
        Debt debt = then.supply().debt();
        return way.grace().isZero()
                ? after.duesPaise() == 0
                        && Rules.of(standing.discom()).reconnection().cleared(after.availablePaise())
                : debt != null
                        && debt.graceUntil() != null
                        && !debt.graceUntil().equals(graceBefore)
                        && !debt.graceUntil().isBefore(now.plus(way.grace()));
    }

    private interface Check {
        void of(Supply before, Standing standing, Decided decided, Instant now);
    }

    private static void play(Life life, Check check) {
        play(life, (_, before, standing, decided, now) -> check.of(before, standing, decided, now));
    }

    private interface FullCheck {
        void of(Past past, Supply before, Standing standing, Decided decided, Instant now);
    }

    private static void play(Life life, FullCheck check) {
        Past past = new Past();
        Supply supply = Supply.unwatched("C");
        Standing standing = new Standing(life.discom(), "LMV-1-URBAN", life.loadW(), true, true, 1_000);
        Instant now = START;
        for (Step step : life.steps()) {
            now = now.plus(step.after());
            standing = stands(standing, step);
            Supply before = past.happens(supply, step, standing, now);
            Decided decided = DECIDE.decide(before, standing, now);
            check.of(past, before, standing, decided, now);
            past.decided(decided, standing, now);
            supply = decided.supply();
        }
    }

    private static Standing stands(Standing standing, Step step) {
        return switch (step.kind()) {
            case TELL -> with(standing, step.paise());
            case PAY -> with(standing, standing.availablePaise() + Math.abs(step.paise()));
            case POSTPAID -> with(standing, standing.supplied(), false);
            case PREPAID -> with(standing, standing.supplied(), true);
            case END -> with(standing, false, standing.prepaid());
            default -> standing;
        };
    }

    /** What happened and was announced, noted beside the supply and not from it. */
    private static final class Past {

        private final List<Step.Kind> kinds = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        /** When they last were seen not to pay in advance, nor cut off. */
        Instant notCharged = Instant.MIN;
        /** When they were last switched on though nobody had ordered it. */
        Instant byHand = Instant.MIN;
        /** The last order, if it was one to cut off. */
        @Nullable
        Cut cut;
        /** When the order to switch on was given that nobody carried out. */
        @Nullable
        Instant restore;

        boolean overdue;

        Supply happens(Supply supply, Step step, Standing standing, Instant now) {
            if (step.kind() != Step.Kind.AGAIN)
                return delivered(supply, step.kind(), now.minus(step.late()), step, standing, now);
            if (kinds.isEmpty()) return supply;
            int which = (int) (Math.abs(step.paise()) % kinds.size());
            Supply after = delivered(supply, kinds.get(which), times.get(which), step, standing, now);
            if (kinds.get(which) != Step.Kind.NOTICE) assertThat(after).isEqualTo(supply);
            return after;
        }

        private Supply delivered(Supply supply, Step.Kind kind, Instant at, Step step, Standing standing, Instant now) {
            long available = standing.availablePaise();
            return switch (kind) {
                case TELL -> supply.told(new Told(available, 0, standing.charged(), "e", now));
                case PAY -> supply.told(new Told(available, Math.abs(step.paise()), standing.charged(), null, now));
                case POSTPAID, PREPAID, END -> supply.told(new Told(available, 0, standing.charged(), null, now));
                case NOTICE -> {
                    note(kind, at);
                    yield supply.noticed(new Notice(Notice.Kind.MESSAGE, "m", at));
                }
                case CUT_OFF -> reported(supply, kind, Report.What.CUT_OFF, at);
                case SWITCHED_OFF -> reported(supply, kind, Report.What.SWITCHED_OFF, at);
                case OFF_UNEXPLAINED -> reported(supply, kind, Report.What.OFF_UNEXPLAINED, at);
                case SWITCHED_ON -> reported(supply, kind, Report.What.SWITCHED_ON, at);
                case LAST_GASP -> reported(supply, kind, Report.What.LAST_GASP, at);
                case AGAIN, LOOK -> supply;
            };
        }

        private Supply reported(Supply supply, Step.Kind kind, Report.What what, Instant at) {
            note(kind, at);
            Line line = supply.line();
            if (what != Report.What.LAST_GASP && at.isAfter(line.since())) {
                boolean on = what == Report.What.SWITCHED_ON;
                if (on && line.state() == Line.State.CUT && restore == null) byHand = at;
                if (on || what == Report.What.SWITCHED_OFF) restore = null;
            }
            return supply.reported(new Report(what, at));
        }

        private void note(Step.Kind kind, Instant at) {
            kinds.add(kind);
            times.add(at);
        }

        void decided(Decided decided, Standing standing, Instant now) {
            for (Act act : decided.acts()) {
                cut = act instanceof Cut due ? due : null;
                if (act instanceof Restore) restore = now;
                overdue = act instanceof Overdue;
            }
            boolean charged = standing.supplied() && standing.prepaid();
            if (!charged && decided.supply().line().state() != Line.State.CUT) notCharged = now;
        }
    }

    private static Standing with(Standing standing, long availablePaise) {
        return new Standing(
                standing.discom(),
                standing.category(),
                standing.loadW(),
                standing.supplied(),
                standing.prepaid(),
                availablePaise);
    }

    private static Standing with(Standing standing, boolean supplied, boolean prepaid) {
        return new Standing(
                standing.discom(), standing.category(), standing.loadW(), supplied, prepaid, standing.availablePaise());
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(1, 4 * 24 * 60).map(Duration::ofMinutes),
                        Arbitraries.frequency(
                                Tuple.of(4, Step.Kind.TELL),
                                Tuple.of(3, Step.Kind.PAY),
                                Tuple.of(3, Step.Kind.NOTICE),
                                Tuple.of(2, Step.Kind.CUT_OFF),
                                Tuple.of(1, Step.Kind.SWITCHED_OFF),
                                Tuple.of(2, Step.Kind.OFF_UNEXPLAINED),
                                Tuple.of(2, Step.Kind.SWITCHED_ON),
                                Tuple.of(1, Step.Kind.LAST_GASP),
                                Tuple.of(4, Step.Kind.AGAIN),
                                Tuple.of(1, Step.Kind.POSTPAID),
                                Tuple.of(2, Step.Kind.PREPAID),
                                Tuple.of(1, Step.Kind.END),
                                Tuple.of(6, Step.Kind.LOOK)),
                        Arbitraries.longs().between(-1_000, 300),
                        Arbitraries.integers().between(0, 90).map(Duration::ofMinutes))
                .as(Step::new);
        return Combinators.combine(
                        Arbitraries.of("DVVNL", "NBPDCL", "UPCL"),
                        Arbitraries.of(1_000L, 3_000L),
                        step.list().ofMinSize(5).ofMaxSize(40))
                .as(Life::new);
    }
}
