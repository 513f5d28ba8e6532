package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayReportTest {

    private final Map<String, Integer> reasons = IntStream.rangeClosed(1, 150)
            .boxed()
            .collect(Collectors.toMap(count -> "unknown connection DVVNL:" + count, count -> count));

    @Test
    void theMostFrequentReasonsAreToldAndTheRestTogether() {
        for (Map<String, Integer> told : List.of(report().waiting(), report().refused())) {
            assertThat(told)
                    .hasSize(101)
                    .containsEntry("unknown connection DVVNL:150", 150)
                    .containsEntry("unknown connection DVVNL:51", 51)
                    .doesNotContainKey("unknown connection DVVNL:50")
                    .containsEntry("(other reasons)", 50 * 51 / 2);
        }
    }

    @Test
    void itsCountsNameNoReason() {
        assertThat(report().counts())
                .isEqualTo("dry run, 11325 waiting, 1 handled, 11325 refused, 2 passed by, 3 of no company, and more");
    }

    private ReplayReport report() {
        return new ReplayReport(true, reasons, 1, reasons, 2, 3, true);
    }
}
