package in.sampark.meter;

import in.sampark.contract.Topics;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@MeterServiceTest
class BalancePageTest {

    private static final String ID = "DVVNL:7130000001";
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final String MATHURA = "DVVNL/AGRA/MATHURA";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void twoDays() {
        Instant noon = Midnight.starting(FIRST).plus(Duration.ofHours(12));
        clock.set(noon);
        topics.send(Topics.CONNECTIONS, Sent.connection(ID, FIRST, FIRST.plusDays(30)));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(ID, "A1", 100_000, noon));
        clock.set(Midnight.ending(FIRST).plus(Duration.ofHours(12)));
        topics.send(Topics.METER_READINGS, Sent.reading(ID, new Register(Midnight.ending(FIRST), 5_252)));
        topics.send(
                Topics.METER_READINGS,
                Sent.reading(ID, new Register(Midnight.ending(FIRST).plus(Duration.ofHours(12)), 7_252)));
        service.awaitSettled();
    }

    @Test
    void showsTheBalanceWithTheSumsOfItsLedger() {
        get("/api/v1/connections/" + ID + "/balance", "officer", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"connectionId": "DVVNL:7130000001", "areaPath": "%s", "postedPaise": 96293, "availablePaise": 95160, "daysLeft": 25,
                         "rechargePaise": 100000, "energyPaise": 2889, "subsidyPaise": 0, "fixedPaise": 710, "surchargePaise": 0,
                         "rebatePaise": -72, "minimumPaise": 0, "dutyPaise": 180, "wh": 5252,
                         "postedThrough": "2026-08-01", "lastRechargePaise": 100000}
                        """.formatted(Sent.AREA));
    }

    @Test
    void listsTheBalancesOfAnAreaPageByPage() {
        get("/api/v1/balances?area=" + Sent.AREA + "&after=DVVNL:7130000000&limit=1", "ops", "DVVNL")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balances.length()")
                .isEqualTo(1)
                .jsonPath("$.balances[0].connectionId")
                .isEqualTo(ID)
                .jsonPath("$.next")
                .isEqualTo(ID);
        get("/api/v1/balances?after=" + ID, "supervisor", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balances[?(@.connectionId <= '" + ID + "')]")
                .isEmpty();
    }

    @Test
    void showsNothingOfAnotherAreaAndNothingToOthers() {
        get("/api/v1/connections/" + ID + "/balance", "officer", "DVVNL/AGRA/ETAWAH")
                .expectStatus()
                .isNotFound();
        get("/api/v1/connections/" + ID + "/balance", "integration", MATHURA)
                .expectStatus()
                .isForbidden();
        get("/api/v1/balances?area=DVVNL", "officer", MATHURA).expectStatus().isForbidden();
        get("/api/v1/balances?limit=0", "officer", MATHURA).expectStatus().isBadRequest();
    }

    private WebTestClient.ResponseSpec get(String uri, String role, String area) {
        return web.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }
}
