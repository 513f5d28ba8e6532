package in.sampark.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.launcher.story.MeterResult.Reached;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final FedRecords.Fed FED = new FedRecords.Fed(5_252, 1, 100_000);

    private static final Records NOTHING =
            new Records(new FedRecords(Map.of(), Map.of()), Map.of(), new ToldRecords(List.of(), List.of()));

    private static final MeterResult RIGHT = new MeterResult(
            5_252,
            2_889,
            710,
            180,
            100_000,
            96_221,
            Map.of("30", 1L, "10", 1L),
            1,
            1,
            new Reached(1, 0),
            Map.of(),
            FED);

    @Test
    void aLedgerThatAddsAndNoticesThatAreAllAccountedForAreRight() {
        assertThat(verdict(RIGHT, Optional.empty()).faults()).isEmpty();
    }

    @Test
    void aPaisaTooMuchIsAFault() {
        var wrong = new MeterResult(
                5_252, 2_889, 710, 180, 100_000, 96_222, RIGHT.notices(), 1, 1, new Reached(1, 0), Map.of(), FED);

        assertThat(verdict(wrong, Optional.empty()).faults())
                .singleElement()
                .asString()
                .startsWith("MH01: ledger");
    }

    @Test
    void aNoticeThatNobodyGotAndNobodyMissedIsAFault() {
        var wrong = new MeterResult(
                5_252, 2_889, 710, 180, 100_000, 96_221, RIGHT.notices(), 1, 0, new Reached(1, 0), Map.of(), FED);

        assertThat(verdict(wrong, Optional.empty()).faults())
                .singleElement()
                .isEqualTo("MH01: 2 crossings, 1 sent, 0 unreachable (expected: each sent or unreachable)");
    }

    @Test
    void figuresThatAreNotTheKnownOnesAreFaults() {
        assertThat(verdict(RIGHT, KnownAnswer.forShippedFile("92")).faults())
                .contains("Wh: 5252 (expected: 36278647)", "recharges: 0 (expected: 143)");
    }

    @Test
    void whatWasFedAndNotTakenIsAFault() {
        var wrong = new MeterResult(
                5_252,
                2_889,
                710,
                180,
                100_000,
                96_221,
                RIGHT.notices(),
                1,
                1,
                new Reached(1, 0),
                Map.of(),
                new FedRecords.Fed(5_252, 2, 100_000));

        assertThat(verdict(wrong, Optional.empty()).faults())
                .singleElement()
                .asString()
                .contains("all that was fed");
    }

    @Test
    void onlyTheShippedLengthsHaveAKnownAnswer() {
        assertThat(KnownAnswer.forShippedFile("all")).isPresent();
        assertThat(KnownAnswer.forShippedFile("91")).isEmpty();
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        List<Duration> oneToTwoHundred =
                IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList();

        assertThat(Latency.of(oneToTwoHundred)).isEqualTo(new Latency(200, 100, 198));
        assertThat(Latency.of(List.of(Duration.ofMillis(7)))).isEqualTo(new Latency(1, 7, 7));
        assertThat(Latency.of(List.of())).hasToString("none");
    }

    private static Verdict verdict(MeterResult meter, Optional<KnownAnswer> known) {
        var meters = Map.of("MH01", meter);
        var figures = new Figures(
                Totals.of(meters.values(), NOTHING, 0),
                Latency.of(List.of()),
                Map.of(),
                Map.of(),
                0,
                new Workload(Map.of()),
                meters);
        return Verdict.on(figures, known);
    }
}
