package in.sampark.meter;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageStage;
import in.sampark.platform.security.SignConsumerTokens;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What consumers see when time has passed over it. */
@MeterServiceTest
class OwnConnectionLaterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 20);
    private static final Instant NOON = BillSent.noon(TODAY);
    private static final String AREA = "DVVNL/LATER/TOWN";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @Autowired
    SignConsumerTokens tokens;

    @Test
    void outagesAreShownAsStaffSeeThemAndAsLongAsTheyEndedOfLate() {
        String own = "DVVNL:7250000001";
        Instant began = NOON.minus(Duration.ofDays(40));
        clock.set(began);
        connect(own, "F-LATER-1");
        report(outage("DVVNL:LATER-LONG", "F-LATER-1", 1, OutageStage.STARTED, began));
        report(outage("DVVNL:LATER-OVER", "F-LATER-1", 1, OutageStage.STARTED, began));
        report(outage("DVVNL:LATER-LOST", "F-LATER-1", 1, OutageStage.SCHEDULED, began));
        clock.set(began.plus(Duration.ofHours(3)));
        report(outage("DVVNL:LATER-OVER", "F-LATER-1", 2, OutageStage.RESTORED, began));
        clock.set(NOON);
        report(Outage.newBuilder(outage("DVVNL:LATER-LONG", "F-LATER-1", 2, OutageStage.RESTORED, began))
                .setRestoredAt(NOON.minus(Duration.ofDays(1)))
                .build());
        report(outage("DVVNL:LATER-PLAN", "F-LATER-1", 1, OutageStage.SCHEDULED, NOON));

        get(own, "/outages", consumer(own))
                .expectBody()
                .jsonPath("$.outages[?(@.outageId == 'DVVNL:LATER-PLAN')].standing")
                .isEqualTo("SCHEDULED");
        clock.set(NOON.plus(Duration.ofHours(3)));
        get(own, "/outages", consumer(own))
                .expectBody()
                .jsonPath("$.outages.length()")
                .isEqualTo(2)
                .jsonPath("$.outages[0].outageId")
                .isEqualTo("DVVNL:LATER-PLAN")
                .jsonPath("$.outages[0].standing")
                .isEqualTo("LAPSED")
                .jsonPath("$.outages[1].outageId")
                .isEqualTo("DVVNL:LATER-LONG")
                .jsonPath("$.outages[1].standing")
                .isEqualTo("RESTORED");
    }

    @Test
    void anOutageThatNobodyEndsIsOverdueAndNoLongerShownAfterAMonth() {
        String own = "DVVNL:7500000001";
        clock.set(NOON);
        connect(own, "F-LATER-3");
        report(outage("DVVNL:LATER-FORGOTTEN", "F-LATER-3", 1, OutageStage.STARTED, NOON));

        shown(own, "STARTED");
        clock.set(NOON.plus(Duration.ofHours(2)));
        shown(own, "OVERDUE");
        clock.set(NOON.plus(Duration.ofDays(30)));
        shown(own, "OVERDUE");
        web.get()
                .uri("/api/v1/outages/DVVNL:LATER-FORGOTTEN")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("control-room", "DVVNL", AREA))
                .exchange()
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("OVERDUE");
        clock.set(NOON.plus(Duration.ofDays(31)));
        get(own, "/outages", consumer(own))
                .expectBody()
                .jsonPath("$.outages.length()")
                .isEqualTo(0);
    }

    @Test
    void aConnectionThatIsGoneIsNotFoundAnywhere() {
        String own = "DVVNL:7250000002";
        clock.set(NOON);
        connect(own, "F-LATER-2");
        List<String> pages = List.of("/balance", "/usage/days", "/usage/month", "/recharges", "/outages");
        for (String page : pages) get(own, page, consumer(own)).expectStatus().isOk();

        topics.sendTombstone(Topics.CONNECTIONS, own);
        service.awaitSettled();
        String staff = TestTokens.bearer("helpdesk", "DVVNL", AREA);
        for (String page : pages) {
            get(own, page, consumer(own)).expectStatus().isNotFound();
            get(own, page, staff).expectStatus().isNotFound();
        }
        web.get()
                .uri("/api/v1/balances?area=" + AREA)
                .header(HttpHeaders.AUTHORIZATION, staff)
                .exchange()
                .expectBody()
                .jsonPath("$.balances[?(@.connectionId == '" + own + "')]")
                .doesNotExist();
    }

    private void shown(String own, String standing) {
        get(own, "/outages", consumer(own))
                .expectBody()
                .jsonPath("$.outages[0].standing")
                .isEqualTo(standing);
    }

    private void connect(String id, String feeder) {
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, TODAY, null))
                        .setAreaPath(AREA)
                        .setFeederCode(feeder)
                        .build());
        service.awaitSettled();
    }

    private void report(Outage outage) {
        topics.send(Topics.OUTAGES, outage);
        service.awaitSettled();
    }

    private static Outage outage(String id, String feeder, long revision, OutageStage stage, Instant from) {
        return Outage.newBuilder(Sent.outage(id, revision, stage, from))
                .setAssets(List.of(feeder))
                .build();
    }

    private String consumer(String connectionId) {
        return "Bearer " + tokens.sign("DVVNL", connectionId, Instant.now(), Duration.ofMinutes(20));
    }

    private WebTestClient.ResponseSpec get(String id, String page, String token) {
        return web.get()
                .uri("/api/v1/connections/" + id + page)
                .header(HttpHeaders.AUTHORIZATION, token)
                .exchange();
    }
}
