package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Real readings become a ledger, right to the paisa, and messages to those whose number is proven. */
class MeterStoryTest {

    @Test
    void theFirst92DaysComeOutAsReckoned() throws IOException {
        PlayedStory story = PlayedStory.ofTheFirst92Days();

        assertThat(story.result().right()).as(story.result().screen()).isTrue();
        ReckonedMeters.assertEqual(story.json(), Reckoning.of(PlayedStory.METERS, 92));
    }
}
