package in.sampark.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.platform.test.IntegrationTest;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@IntegrationTest
class IntegrationTestTest {

    @Autowired
    TestTopics topics;

    @Autowired
    WebTestClient web;

    @Autowired
    List<String> seen;

    @Test
    void recordsReachTheServiceAndPoisonBecomesADeadLetter() {
        topics.sendBytes(Topics.METER_READINGS.name(), "DVVNL:7010000001", new byte[] {1, 2, 3});
        topics.send(Topics.METER_READINGS, reading("DVVNL:7010000001"));

        await().untilAsserted(() -> assertThat(seen).contains("DVVNL:7010000001"));
        assertThat(topics.readAllBytes(Topics.METER_READINGS.name())).hasSize(2);
        String deadLetters = Topics.METER_READINGS.deadLetters("meter-service");
        await().untilAsserted(() -> assertThat(topics.readAllBytes(deadLetters))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).containsExactly(1, 2, 3)));
    }

    @Test
    void readsBackWhatWasSent() {
        topics.send(Topics.METER_READINGS, reading("DVVNL:7010000002"));
        topics.sendTombstone(Topics.CONNECTIONS, "DVVNL:7010000002");

        assertThat(topics.readAllBytes(Topics.CONNECTIONS.name()))
                .singleElement()
                .satisfies(tombstone -> assertThat(tombstone.value()).isNull());
        assertThat(topics.readAll(Topics.CONNECTIONS)).isEmpty();
    }

    @Test
    void tokensAreTrustedForTheirRoleAlone() {
        assertThat(status(TestTokens.bearer("helpdesk", "DVVNL", "DVVNL/AGRA"))).isEqualTo(200);
        assertThat(status(TestTokens.bearer("officer", "DVVNL", "DVVNL/AGRA"))).isEqualTo(403);
        assertThat(status("Bearer forged")).isEqualTo(401);
    }

    private int status(String authorization) {
        return web.get()
                .uri("/seen")
                .header("Authorization", authorization)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static MeterReading reading(String connectionId) {
        return MeterReading.newBuilder()
                .setEventId("reading of " + connectionId)
                .setOccurredAt(Instant.EPOCH)
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setRegisterAt(Instant.EPOCH)
                .setRegisterWh(1)
                .build();
    }
}
