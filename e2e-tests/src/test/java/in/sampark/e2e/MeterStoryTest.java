package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Real readings become a ledger, right to the paisa, and messages to those whose number is proven. */
class MeterStoryTest {

    private static final int MORE_THAN_THE_FILE_HAS = 10_000;

    @Test
    void theFirst92DaysComeOutAsReckoned() throws IOException {
        PlayedStory story = PlayedStory.ofTheFirst92Days();

        assertThat(story.result().right()).as(story.result().screen()).isTrue();
        ReckonedMeters.assertEqual(story.json(), Reckoning.of(PlayedStory.METERS, 92));
    }

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
