package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** All the 654 days of real readings come out as reckoned. */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class WholeFileTest {

    private static final int MORE_THAN_THE_FILE_HAS = 10_000;

    @Test
    void theWholeFileComesOutAsReckoned() throws IOException {
        PlayedStory story = PlayedStory.ofTheWholeFile();
        try {
            assertThat(story.result().right()).as(story.result().screen()).isTrue();
            ReckonedMeters.assertEqual(story.json(), Reckoning.of(PlayedStory.METERS, MORE_THAN_THE_FILE_HAS));
        } finally {
            story.close();
        }
    }
}
