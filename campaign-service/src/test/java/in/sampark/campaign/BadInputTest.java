package in.sampark.campaign;

import static in.sampark.campaign.World.newArea;
import static in.sampark.campaign.World.newConsumer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.test.TestTopics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be read is set aside, and the rest goes on. */
@CampaignTest
class BadInputTest {

    @Autowired
    World world;

    @Autowired
    TestTopics topics;

    static List<Topic<?>> read() {
        return List.of(Topics.CONNECTIONS, Topics.CONTACTS, Topics.BALANCES, Topics.UNREACHABLE);
    }

    @ParameterizedTest
    @MethodSource("read")
    void whatIsMalformedBecomesADeadLetterWithItsOwnBytes(Topic<?> topic) {
        String consumer = newConsumer();
        topics.sendBytes(topic.name(), consumer, new byte[] {0, 9, 9, 9, 9, 1});

        await().untilAsserted(() -> assertThat(topics.readAllBytes(topic.deadLetters("campaign-service")))
                .anySatisfy(letter -> {
                    assertThat(letter.key()).asString().isEqualTo(consumer);
                    assertThat(letter.value()).containsExactly(0, 9, 9, 9, 9, 1);
                }));
    }

    @Test
    void theRestOfTheBatchIsTaken() {
        String area = newArea();
        String consumer = newConsumer();
        topics.sendBytes(Topics.BALANCES.name(), consumer, new byte[] {1, 2, 3});
        world.balance(consumer, -1, 1);
        topics.sendBytes(Topics.CONNECTIONS.name(), consumer, new byte[] {1, 2, 3});
        world.connection(consumer, area);

        assertThat(world.entry(area).required("availablePaise").asLong()).isEqualTo(-1);
    }
}
