package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectedTest {

    @Test
    void theHighestVersionOfAKeyCounts() {
        assertThat(Projected.lastOfEach(List.of(state("a", 2, 10), state("b", 1, 11), state("a", 1, 12))))
                .containsExactly(state("a", 2, 10), state("b", 1, 11));
    }

    @Test
    void aRemovalCountsForAllBeforeItAndRemembersTheirVersion() {
        assertThat(Projected.lastOfEach(List.of(state("a", 3, 10), removal("a", 11))))
                .containsExactly(new Projected<>("a", 3, 11, null));
    }

    @Test
    void whatComesAfterARemovalCounts() {
        assertThat(Projected.lastOfEach(List.of(state("a", 3, 10), removal("a", 11), state("a", 4, 12))))
                .containsExactly(state("a", 4, 12));
    }

    private static Projected<String> state(String key, long version, long offset) {
        return new Projected<>(key, version, offset, "state");
    }

    private static Projected<String> removal(String key, long offset) {
        return new Projected<>(key, 0, offset, null);
    }
}
