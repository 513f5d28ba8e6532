package in.sampark.meter.outage.domain;

import static in.sampark.meter.outage.domain.Stage.CANCELLED;
import static in.sampark.meter.outage.domain.Stage.RESTORED;
import static in.sampark.meter.outage.domain.Stage.REVISED;
import static in.sampark.meter.outage.domain.Stage.SCHEDULED;
import static in.sampark.meter.outage.domain.Stage.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.outage.domain.Judgement.NothingNew;
import in.sampark.meter.outage.domain.Judgement.OutOfStep;
import in.sampark.meter.outage.domain.Judgement.Recorded;
import in.sampark.meter.outage.domain.Judgement.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeOutageTest {

    private static final Instant NOW = Instant.parse("2026-06-20T05:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));
    private static final Instant LATEST = NOW.plus(Duration.ofHours(3));
    private static final Words FEEDER = new Words("Saadatganj feeder (Noorbari)", "transformer repair");

    private final JudgeOutage judge = new JudgeOutage(Duration.ofMinutes(5), Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({
        ", SCHEDULED, SCHEDULED",
        ", STARTED, STARTED",
        ", RESTORED, RESTORED",
        ", CANCELLED, CANCELLED",
        "SCHEDULED, REVISED, SCHEDULED",
        "SCHEDULED, STARTED, STARTED",
        "SCHEDULED, RESTORED, RESTORED",
        "SCHEDULED, CANCELLED, CANCELLED",
        "STARTED, REVISED, STARTED",
        "STARTED, RESTORED, RESTORED"
    })
    void takesTheStepsAnOutageCanTake(@Nullable Standing before, Stage stage, Standing after) {
        assertThat(judge.judge(report(2, stage), held(1, before), NOW))
                .isEqualTo(new Recorded(new KnownOutage(report(2, stage), after)));
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, SCHEDULED, REVISED or STARTED or RESTORED or CANCELLED after SCHEDULED",
        "STARTED, SCHEDULED, REVISED or RESTORED after STARTED",
        "STARTED, STARTED, REVISED or RESTORED after STARTED",
        "STARTED, CANCELLED, REVISED or RESTORED after STARTED",
        "RESTORED, STARTED, 'no more, it is RESTORED'",
        "RESTORED, RESTORED, 'no more, it is RESTORED'",
        "CANCELLED, STARTED, 'no more, it is CANCELLED'",
        "CANCELLED, REVISED, 'no more, it is CANCELLED'"
    })
    void takesNoOtherStep(Standing before, Stage stage, String expected) {
        assertThat(judge.judge(report(2, stage), held(1, before), NOW))
                .isEqualTo(new OutOfStep(new Objection("stage", stage, expected)));
    }

    @Test
    void aRevisionOfAnOutageNeverHeardOfStandsByItsTime() {
        assertThat(judge.judge(report(5, REVISED, LATER, LATEST, null), null, NOW))
                .isInstanceOfSatisfying(
                        Recorded.class,
                        recorded -> assertThat(recorded.outage().standing()).isEqualTo(Standing.SCHEDULED));
        assertThat(judge.judge(report(5, REVISED, EARLIER, LATEST, null), null, NOW))
                .isInstanceOfSatisfying(
                        Recorded.class,
                        recorded -> assertThat(recorded.outage().standing()).isEqualTo(Standing.STARTED));
    }

    @Test
    void aRevisionNotAboveTheOneHeldIsNothingNewHoweverWrongOrOld() {
        KnownOutage held = held(3, Standing.RESTORED);

        assertThat(judge.judge(report(3, STARTED), held, NOW)).isEqualTo(new NothingNew());
        assertThat(judge.judge(report(2, Stage.UNKNOWN), held, NOW)).isEqualTo(new NothingNew());
        assertThat(judge.judge(report(1, SCHEDULED), held, NOW.plus(Duration.ofDays(400))))
                .isEqualTo(new NothingNew());
    }

    @Test
    void stageAndLevelMustBeKnown() {
        assertThat(reason(report(1, Stage.UNKNOWN))).isEqualTo("stage: UNKNOWN (expected: one that is known)");
        assertThat(reason(report("DVVNL:7", Level.UNKNOWN, List.of("F1"), Map.of("en", FEEDER))))
                .isEqualTo("level: UNKNOWN (expected: one that is known)");
    }

    @ParameterizedTest
    @CsvSource({"7", "PVVNL:7", "'DVVNL:7 8'", "DVVNL:", "'DVVNL:7/8'"})
    void theIdIsTheCompanysAndANumber(String id) {
        assertThat(reason(report(id, Level.FEEDER, List.of("F1"), Map.of("en", FEEDER))))
                .isEqualTo("outageId: " + id + " (expected: DVVNL:<1 to 40 letters, digits, '.', '_', '-'>)");
    }

    @Test
    void revisionsBeginAtOne() {
        assertThat(reason(report(0, STARTED))).isEqualTo("revision: 0 (expected: >= 1)");
    }

    @Test
    void somethingMustBeWithoutSupply() {
        assertThat(assetsReason(Level.FEEDER)).isEqualTo("assets: none (expected: at least one)");
        assertThat(assetsReason(Level.FEEDER, "F1", " "))
                .isEqualTo("assets:   (expected: a code of 1 to 200 characters)");
        assertThat(assetsReason(Level.DT, "F\u001f1")).endsWith("(expected: a code of 1 to 200 characters)");
        assertThat(assetsReason(Level.AREA, "DVVNL/AGRA", "DVVNL2/X"))
                .isEqualTo("assets: DVVNL2/X (expected: the path of an area of DVVNL)");
        assertThat(judge.judge(
                        report("DVVNL:7", Level.AREA, List.of("DVVNL", "DVVNL/AGRA"), Map.of("en", FEEDER)), null, NOW))
                .isInstanceOf(Recorded.class);
    }

    @Test
    void aTransmissionLineIsNamedWithWhatGoesOffWithItOrNothing() {
        Extent substations = new Extent(Level.SUBSTATION, List.of("Talkatora", "Mawaiya"));

        assertThat(judge.judge(line(Level.TRANSMISSION_LINE, substations), null, NOW))
                .isInstanceOf(Recorded.class);
        assertThat(line(Level.TRANSMISSION_LINE, substations).cutsOff()).contains(substations);
        assertThat(judge.judge(line(Level.TRANSMISSION_LINE, null), null, NOW)).isInstanceOf(Recorded.class);
        assertThat(line(Level.TRANSMISSION_LINE, null).cutsOff()).isEmpty();
        assertThat(reason(line(Level.FEEDER, substations)))
                .isEqualTo("takesDown: [Talkatora, Mawaiya] (expected: none, unless of level TRANSMISSION_LINE)");
        assertThat(reason(line(Level.TRANSMISSION_LINE, new Extent(Level.TRANSMISSION_LINE, List.of("33 kV line")))))
                .isEqualTo("takesDown.level: TRANSMISSION_LINE (expected: one that consumers hang on)");
        assertThat(reason(line(Level.TRANSMISSION_LINE, new Extent(Level.FEEDER, List.of()))))
                .isEqualTo("takesDown.assets: none (expected: at least one)");
        assertThat(reason(line(Level.TRANSMISSION_LINE, new Extent(Level.AREA, List.of("PVVNL/NOIDA")))))
                .isEqualTo("takesDown.assets: PVVNL/NOIDA (expected: the path of an area of DVVNL)");
    }

    @Test
    void anAmendmentMaySayThatALineTakesNothingDown() {
        Report before = line(Level.TRANSMISSION_LINE, new Extent(Level.SUBSTATION, List.of("Talkatora")));
        KnownOutage known = new KnownOutage(before, Standing.STARTED);

        assertThat(amendment(1, REVISED).report(known, NOW).takesDown()).isEqualTo(before.takesDown());
        assertThat(new Amendment(1, REVISED, null, null, null, true, null, null, null, null)
                        .report(known, NOW)
                        .takesDown())
                .isNull();
        assertThat(new Amendment(1, REVISED, Level.FEEDER, List.of("F1"), null, false, null, null, null, null)
                        .report(known, NOW)
                        .takesDown())
                .isNull();
    }

    @Test
    void aNoticeIsTheCompanysToo() {
        Report said = report(1, STARTED);
        Report others = new Report(
                said.outageId(),
                said.discom(),
                1,
                STARTED,
                said.level(),
                said.assets(),
                null,
                said.times(),
                said.words(),
                NOW,
                "PVVNL:N1");

        assertThat(reason(others))
                .isEqualTo("noticeId: PVVNL:N1 (expected: DVVNL:<1 to 40 letters, digits, '.', '_', '-'>)");
    }

    @Test
    void aPlannedOutageThatNobodySpeaksOfLapsesWhenItsTimeHasPassed() {
        KnownOutage planned = held(1, Standing.SCHEDULED);

        assertThat(Showing.of(planned, LATEST.minusMillis(1))).isEqualTo(Showing.SCHEDULED);
        assertThat(Showing.of(planned, LATEST)).isEqualTo(Showing.LAPSED);
        assertThat(judge.judge(report(2, RESTORED, EARLIER, LATEST, LATEST), planned, LATEST.plusSeconds(1)))
                .isInstanceOf(Recorded.class);
    }

    @Test
    void anOutageThatNobodyEndsIsOverdueOnceSupplyWasToBeBack() {
        KnownOutage begun = held(1, Standing.STARTED);

        assertThat(Showing.of(begun, LATEST.minusMillis(1))).isEqualTo(Showing.STARTED);
        assertThat(Showing.of(begun, LATEST)).isEqualTo(Showing.OVERDUE);
        assertThat(Showing.of(held(2, Standing.RESTORED), LATEST)).isEqualTo(Showing.RESTORED);
    }

    @Test
    void allThatIsWrongIsNamed() {
        assertThat(reason(report("DVVNL:7", Level.FEEDER, List.of(), Map.of())))
                .isEqualTo(
                        "assets: none (expected: at least one); words: none (expected: those of one language at least)");
    }

    @Test
    void whatHasHappenedDoesNotLieAhead() {
        Instant justAhead = NOW.plus(Duration.ofMinutes(5));
        assertThat(judge.judge(report(1, STARTED, justAhead, LATEST, null), null, NOW))
                .isInstanceOf(Recorded.class);
        assertThat(reason(report(1, STARTED, justAhead.plusMillis(1), LATEST, null)))
                .isEqualTo("fromAt: 2026-06-20T05:05:00.001Z (expected: 2026-05-21T05:00:00Z to 2026-06-20T05:05:00Z)");
        assertThat(reason(report(1, RESTORED, EARLIER, LATEST, justAhead.plusMillis(1))))
                .isEqualTo("restoredAt: 2026-06-20T05:05:00.001Z"
                        + " (expected: 2026-06-20T04:00:00Z to 2026-06-20T05:05:00Z)");
        assertThat(reason(report(1, RESTORED, EARLIER, LATEST, EARLIER.minusMillis(1))))
                .startsWith("restoredAt: 2026-06-20T03:59:59.999Z");
    }

    @Test
    void timesFarFromNowAreNotBelieved() {
        Instant far = NOW.plus(Duration.ofDays(30)).plusMillis(1);
        Instant longAgo = NOW.minus(Duration.ofDays(30)).minusMillis(1);
        assertThat(reason(report(1, SCHEDULED, far, far.plusSeconds(1), null))).startsWith("fromAt: 2026-07-20");
        assertThat(reason(report(1, STARTED, longAgo, LATEST, null))).startsWith("fromAt: 2026-05-21T04:59:59.999Z");
        assertThat(reason(report(1, SCHEDULED, LATER, far, null)))
                .isEqualTo("expectedRestorationAt: 2026-07-20T05:00:00.001Z"
                        + " (expected: 2026-06-20T06:00:00Z to 2026-07-20T05:00:00Z)");
    }

    @Test
    void supplyIsExpectedBackAfterItGoes() {
        assertThat(reason(report(1, SCHEDULED, LATER, LATER, null)))
                .isEqualTo(
                        "expectedRestorationAt: 2026-06-20T06:00:00Z (expected: after fromAt, 2026-06-20T06:00:00Z)");
        assertThat(reason(report(1, STARTED, EARLIER, null, null)))
                .isEqualTo("expectedRestorationAt: none (expected: a time, unless it is over)");
        assertThat(judge.judge(report(1, CANCELLED, LATER, null, null), null, NOW))
                .isInstanceOf(Recorded.class);
    }

    @Test
    void restoredSaysWhenAndNothingElseDoes() {
        assertThat(reason(report(1, RESTORED, EARLIER, LATEST, null)))
                .isEqualTo("restoredAt: none (expected: a time, when restored)");
        assertThat(reason(report(1, STARTED, EARLIER, LATEST, NOW)))
                .isEqualTo("restoredAt: 2026-06-20T05:00:00Z (expected: none, unless restored)");
    }

    @Test
    void wordsFitAMessage() {
        String forty = "म".repeat(40);
        assertThat(wordsReason(Map.of())).isEqualTo("words: none (expected: those of one language at least)");
        assertThat(wordsReason(Map.of("en", FEEDER, "hin", FEEDER)))
                .isEqualTo("words: hin (expected: languages by their two letters)");
        assertThat(wordsReason(Map.of("hi", new Words(forty + "म", "मरम्मत"))))
                .isEqualTo("words.hi.place: " + forty + "म (expected: 1 to 40 characters)");
        assertThat(wordsReason(Map.of("hi", new Words(forty, " "))))
                .isEqualTo("words.hi.reason:   (expected: 1 to 40 characters)");
        assertThat(wordsReason(Map.of("hi", new Words("a\u0000", "b")))).startsWith("words.hi.place");
        assertThat(judge.judge(
                        report("DVVNL:7", Level.FEEDER, List.of("F1"), Map.of("hi", new Words(forty, forty))),
                        null,
                        NOW))
                .isInstanceOf(Recorded.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "STARTED"})
    void anAmendmentKeepsWhatItDoesNotName(Standing standing) {
        KnownOutage outage = held(3, standing);
        Amendment later = new Amendment(3, REVISED, null, null, null, false, null, LATEST.plusSeconds(60), null, null);

        Report report = later.report(outage, NOW);

        assertThat(report.revision()).isEqualTo(4);
        assertThat(report)
                .usingRecursiveComparison()
                .ignoringFields("revision", "stage", "times.expectedRestorationAt")
                .isEqualTo(outage.last());
        assertThat(report.times().expectedRestorationAt()).isEqualTo(LATEST.plusSeconds(60));
    }

    @Test
    void whatHappensWithoutATimeHappensNow() {
        Amendment starts = amendment(1, STARTED);
        Amendment restored = amendment(1, RESTORED);
        KnownOutage ahead = held(1, Standing.SCHEDULED);
        KnownOutage begun = held(1, Standing.STARTED);

        assertThat(starts.report(ahead, NOW).times().fromAt()).isEqualTo(NOW);
        assertThat(starts.report(ahead, LATER.plusSeconds(90)).times().fromAt()).isEqualTo(LATER);
        assertThat(restored.report(begun, NOW).times().restoredAt()).isEqualTo(NOW);
    }

    private String assetsReason(Level level, String... assets) {
        return reason(report("DVVNL:7", level, List.of(assets), Map.of("en", FEEDER)));
    }

    private String wordsReason(Map<String, Words> words) {
        return reason(report("DVVNL:7", Level.FEEDER, List.of("F1"), words));
    }

    private String reason(Report report) {
        return switch (judge.judge(report, null, NOW)) {
            case Refused refused -> refused.reason();
            case Recorded _, NothingNew _, OutOfStep _ -> "not refused";
        };
    }

    private static @Nullable KnownOutage held(long revision, @Nullable Standing standing) {
        if (standing == null) return null;
        return new KnownOutage(report(revision, Stage.valueOf(standing.name())), standing);
    }

    private static Report report(long revision, Stage stage) {
        Instant from = stage == SCHEDULED || stage == CANCELLED ? LATER : EARLIER;
        return report(revision, stage, from, LATEST, stage == RESTORED ? NOW : null);
    }

    private static Report report(
            long revision, Stage stage, Instant from, @Nullable Instant expected, @Nullable Instant restored) {
        return new Report(
                "DVVNL:7",
                "DVVNL",
                revision,
                stage,
                Level.FEEDER,
                List.of("F1"),
                null,
                new Times(from, expected, restored),
                Map.of("en", FEEDER),
                NOW,
                null);
    }

    private static Report report(String id, Level level, List<String> assets, Map<String, Words> words) {
        Times times = new Times(EARLIER, LATEST, null);
        return new Report(id, "DVVNL", 1, STARTED, level, assets, null, times, words, NOW, null);
    }

    private static Report line(Level level, @Nullable Extent takesDown) {
        Times times = new Times(EARLIER, LATEST, null);
        List<String> lines = List.of("132 kV Tikait Rai Talab");
        return new Report(
                "DVVNL:7", "DVVNL", 1, STARTED, level, lines, takesDown, times, Map.of("en", FEEDER), NOW, null);
    }

    private static Amendment amendment(long revision, Stage stage) {
        return new Amendment(revision, stage, null, null, null, false, null, null, null, null);
    }
}
