package in.sampark.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.platform.test.IntegrationTest;
import in.sampark.platform.test.TestTopics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@TestPropertySource(properties = "another=context")
class SecondContextTest {

    @Test
    void beginsOnAnEmptyBroker(@Autowired TestTopics topics) {
        assertThat(topics.readAllBytes(Topics.METER_READINGS.name())).isEmpty();
    }
}
