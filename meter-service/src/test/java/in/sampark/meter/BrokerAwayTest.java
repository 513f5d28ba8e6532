package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What callers over HTTP are told while the broker cannot be written to: here because its producers look for it where nobody is. */
@MeterServiceTest
@TestPropertySource(properties = {"spring.kafka.producer.bootstrap-servers=127.0.0.1:9", "sampark.intake.within=2s"})
class BrokerAwayTest {

    private static final String ID = "DVVNL:7160000001";
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @Test
    void readingsAreToBeSentAgain() {
        post("/api/v1/readings", "integration", """
                [{"connectionId": "%s", "registerAt": "2026-10-20T12:00:00Z", "registerWh": 1}]""".formatted(ID))
                .jsonPath("$.detail")
                .isEqualTo(
                        "the message broker does not answer, so it is not known what it has taken; see what is there, or send the same again");
    }

    @Test
    void anOutageIsToBeAnnouncedAgainByTheNumberItGot() {
        clock.set(Midnight.starting(DAY).plusSeconds(3_600));
        topics.send(Topics.CONNECTIONS, Sent.connection(ID, DAY, DAY.plusDays(30)));
        await().until(() -> service.text("select count(*) from connection").equals("1"));

        post("/api/v1/outages", "control-room", """
                {"level": "FEEDER", "assets": ["F1"], "fromAt": "2026-10-20T00:30:00+05:30",
                 "expectedRestorationAt": "2026-10-20T13:00:00+05:30", "words": {"en": {"place": "feeder", "reason": "fault"}}}""")
                .jsonPath("$.outageId")
                .value(String.class, id -> assertThat(id).startsWith("DVVNL:"));
        assertThat(service.text("select count(*) from outage_promise")).isEqualTo("0");
    }

    private WebTestClient.BodyContentSpec post(String uri, String role, String body) {
        return web.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", "DVVNL"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "5")
                .expectBody();
    }
}
