package in.sampark.meter.supply.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.supply.Rules;
import in.sampark.meter.supply.domain.Decision.Act;
import in.sampark.meter.supply.domain.Decision.Cut;
import in.sampark.meter.supply.domain.Decision.Overdue;
import in.sampark.meter.supply.domain.Decision.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

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
            SWITCHED_ON,
            LAST_GASP,
            LOOK
        }
    }

    private record Life(String discom, long loadW, List<Step> steps) {}

    @Property
    void nobodyIsCutOffWithoutProofOrInHoursWithoutCuts(@ForAll("lives") Life life) {
        play(
                life,
                (before, standing, decided, now) -> decided.acts().stream()
                        .filter(Cut.class::isInstance)
                        .map(Cut.class::cast)
                        .forEach(cut -> {
                            SupplyRules rules = Rules.of(life.discom());
                            Debt debt = before.debt();
                            assertThat(standing.duesPaise()).isPositive();
                            assertThat(before.line().state()).isEqualTo(Line.State.ON);
                            assertThat(debt).isNotNull();
                            assertThat(debt.notice()).isNotNull();
                            assertThat(debt.notice().at()).isBetween(debt.since(), now);
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
            if (decided.supply().line().state() == Line.State.CUT && standing.availablePaise() > 0) {
                assertThat(decided.supply().restore()).isNotNull();
            }
        });
    }

    @Property
    void aRestorationIsOverdueOnceAtMost(@ForAll("lives") Life life) {
        play(life, (before, _, decided, now) -> {
            for (Act act : decided.acts()) {
                if (!(act instanceof Overdue)) continue;
                assertThat(before.overdue()).isFalse();
                assertThat(before.restore()).isNotNull();
                assertThat(before.restore().deadline()).isBeforeOrEqualTo(now);
            }
        });
    }

    @Property
    void theLeastPaymentNamedHelps(@ForAll("lives") Life life) {
        play(life, (_, standing, decided, now) -> {
            List<Reconnection.Way> ways = DECIDE.ways(decided.supply(), standing);
            if (ways.isEmpty() || decided.supply().line().state() == Line.State.OFF) return;
            for (Reconnection.Way way : ways) {
                Standing after = with(standing, standing.availablePaise() + way.paise());
                Decided then = DECIDE.decide(
                        decided.supply().told(new Told(after.availablePaise(), way.paise(), null, now)), after, now);
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
        Decided then = DECIDE.decide(supply.told(new Told(after.availablePaise(), paise, null, now)), after, now);
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
        Supply supply = Supply.unwatched("C");
        Standing standing = new Standing(life.discom(), "LMV-1-URBAN", life.loadW(), true, true, 1_000);
        Instant now = START;
        for (Step step : life.steps()) {
            now = now.plus(step.after());
            standing = with(
                    standing,
                    switch (step.kind()) {
                        case TELL -> step.paise();
                        case PAY -> standing.availablePaise() + Math.abs(step.paise());
                        default -> standing.availablePaise();
                    });
            Supply before = happen(supply, step, standing, now);
            Decided decided = DECIDE.decide(before, standing, now);
            check.of(before, standing, decided, now);
            supply = decided.supply();
        }
    }

    private static Supply happen(Supply supply, Step step, Standing standing, Instant now) {
        Instant at = now.minus(step.late());
        return switch (step.kind()) {
            case TELL -> supply.told(new Told(standing.availablePaise(), 0, "e", now));
            case PAY -> supply.told(new Told(standing.availablePaise(), Math.abs(step.paise()), null, now));
            case NOTICE -> supply.noticed(new Notice(Notice.Kind.MESSAGE, "m", at));
            case CUT_OFF -> supply.reported(new Report(Report.What.CUT_OFF, at));
            case SWITCHED_OFF -> supply.reported(new Report(Report.What.SWITCHED_OFF, at));
            case SWITCHED_ON -> supply.reported(new Report(Report.What.SWITCHED_ON, at));
            case LAST_GASP -> supply.reported(new Report(Report.What.LAST_GASP, at));
            case LOOK -> supply;
        };
    }

    private static Standing with(Standing standing, long availablePaise) {
        return new Standing(
                standing.discom(), standing.category(), standing.loadW(), true, standing.prepaid(), availablePaise);
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 4 * 24 * 60).map(Duration::ofMinutes),
                        Arbitraries.frequency(
                                Tuple.of(4, Step.Kind.TELL),
                                Tuple.of(3, Step.Kind.PAY),
                                Tuple.of(3, Step.Kind.NOTICE),
                                Tuple.of(2, Step.Kind.CUT_OFF),
                                Tuple.of(1, Step.Kind.SWITCHED_OFF),
                                Tuple.of(2, Step.Kind.SWITCHED_ON),
                                Tuple.of(1, Step.Kind.LAST_GASP),
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
