package in.sampark.notification.outage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutageRevisionTest {

    private static final Instant FROM = Instant.parse("2019-06-20T05:30:00Z");
    private static final Map<String, Words> WORDS = Map.of("en", new Words("Feeder 1", "repair"));

    @Test
    void anOutageThatIsNotOverSaysWhenItWillBe() {
        refused(Standing.STARTED, null, "expectedRestorationAt: null (expected: after fromAt, 2019-06-20T05:30:00Z)");
        refused(Standing.SCHEDULED, FROM, "expectedRestorationAt: 2019-06-20T05:30:00Z (expected: after fromAt");
        assertThat(revision("DVVNL:1", 1, Standing.CANCELLED, null, WORDS).until())
                .isNull();
    }

    @Test
    void revisionsCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> revision("DVVNL:1", 0, Standing.CANCELLED, null, WORDS))
                .withMessage("revision: 0 (expected: >= 1)");
    }

    @Test
    void anOutageIsOfTheCompanyItsIdNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> revision("PVVNL:1", 1, Standing.CANCELLED, null, WORDS))
                .withMessage("outageId: PVVNL:1 (expected: DVVNL:<number>)");
    }

    @Test
    void thereAreWordsAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> revision("DVVNL:1", 1, Standing.CANCELLED, null, Map.of()))
                .withMessage("words: none (expected: at least one language)");
    }

    @Test
    void wordsFitTheirVariable() {
        String forty = "मरम्मत कार्य ".repeat(4).substring(0, 40);
        assertThat(new Words(forty, "repair").place()).isEqualTo(forty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Words("Feeder 1", forty + "x"))
                .withMessage("reason: \"" + forty + "x\" (expected: 1 to 40 printable characters)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Words(" ", "repair"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Words("Feeder\n1", "repair"));
    }

    @Test
    void somethingIsConcerned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extent(Level.DT, List.of()))
                .withMessage("assets: none (expected: at least one)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Extent(Level.DT, List.of("DT1", " ")));
    }

    private static void refused(Standing standing, @Nullable Instant until, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> revision("DVVNL:1", 1, standing, until, WORDS))
                .withMessageContaining(message);
    }

    private static OutageRevision revision(
            String id, long revision, Standing standing, @Nullable Instant until, Map<String, Words> words) {
        return new OutageRevision(
                id,
                revision,
                "e",
                FROM,
                "DVVNL",
                standing,
                new Extent(Level.DT, List.of("DT1")),
                FROM,
                until,
                null,
                words);
    }
}
