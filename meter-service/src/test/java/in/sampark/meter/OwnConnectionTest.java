package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageStage;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.security.SignConsumerTokens;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@MeterServiceTest
class OwnConnectionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
    private static final String OWN = "DVVNL:7230000001";
    private static final String OTHER = "DVVNL:7230000002";
    private static final String AREA = "DVVNL/OWN/TOWN";
    private static final String FEEDER = "F-OWN";

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

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @BeforeEach
    void fiveDaysOfUse() {
        clock.set(BillSent.noon(FIRST));
        connect(OWN, FEEDER);
        connect(OTHER, "F-OTHER");
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(OWN, "OWN-1", 1_000_00, BillSent.noon(FIRST)));
        for (int day = 0; day < 4; day++) {
            Instant end = Midnight.ending(FIRST.plusDays(day));
            clock.set(end);
            topics.send(Topics.METER_READINGS, Sent.reading(OWN, new Register(end, (day + 1) * 4_000L)));
            service.awaitSettled();
            clock.set(end.plus(Duration.ofMinutes(31)));
            service.awaitSettled();
        }
        clock.set(BillSent.noon(TODAY));
        topics.send(Topics.OUTAGES, outage("DVVNL:OWN-1", FEEDER));
        topics.send(Topics.OUTAGES, outage("DVVNL:OWN-2", "F-OTHER"));
        service.awaitSettled();
    }

    @Test
    void theConsumerSeesWhatTheirDaysUsedAndCost() {
        Days days = get(own("/usage/days?from=" + FIRST + "&to=" + TODAY), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody(Days.class)
                .returnResult()
                .getResponseBody();

        assertThat(days.days())
                .extracting(Day::day)
                .containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(3));
        assertThat(days.days()).allSatisfy(day -> {
            assertThat(day.wh()).isEqualTo(4_000);
            assertThat(day.paise())
                    .isEqualTo(day.energyPaise()
                            + day.subsidyPaise()
                            + day.fixedPaise()
                            + day.surchargePaise()
                            + day.rebatePaise()
                            + day.minimumPaise()
                            + day.dutyPaise())
                    .isPositive();
        });
        assertThat(days.days().stream().mapToLong(Day::paise).sum())
                .isEqualTo(1_000_00 - number("select posted_paise from account where connection_id = '" + OWN + "'"));
    }

    @Test
    void aDayShowsWhatItWasAdjustedTo() {
        String late = "DVVNL:7230000003";
        clock.set(BillSent.noon(FIRST));
        connect(late, FEEDER);
        service.awaitSettled();
        clock.set(Midnight.ending(FIRST.plusDays(2)).plus(Duration.ofMinutes(31)));
        read(late, FIRST, 4_000);
        read(late, FIRST.plusDays(2), 12_000);
        service.awaitSettled();
        read(late, FIRST.plusDays(1), 7_000);
        service.awaitSettled();

        assertThat(number("select count(*) from ledger_entry where connection_id = '" + late
                        + "' and kind = 'ADJUSTMENT'"))
                .isPositive();
        get("/api/v1/connections/" + late + "/usage/days?from=" + FIRST + "&to=" + FIRST.plusDays(2), consumer(late))
                .expectBody(Days.class)
                .value(days -> assertThat(days.days()).extracting(Day::wh).containsExactly(4_000L, 3_000L, 5_000L))
                .value(days -> assertThat(
                                days.days().stream().mapToLong(Day::paise).sum())
                        .isEqualTo(-number("select posted_paise from account where connection_id = '" + late + "'")));
    }

    @Test
    void theConsumerSeesTheMonthBehindRechargesOutagesAndBalance() {
        get(own("/usage/month"), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.thisMonth.wh")
                .isEqualTo(8_000)
                .jsonPath("$.thisMonth.to")
                .isEqualTo("2026-08-02")
                .jsonPath("$.lastMonth.wh")
                .isEqualTo(8_000)
                .jsonPath("$.lastMonth.days")
                .isEqualTo(2)
                .jsonPath("$.sameDaysOfLastMonth.wh")
                .isEqualTo(0);
        get(own("/recharges"), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.recharges.length()")
                .isEqualTo(1)
                .jsonPath("$.recharges[0].transaction")
                .isEqualTo("OWN-1")
                .jsonPath("$.recharges[0].paise")
                .isEqualTo(1_000_00);
        get(own("/outages"), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outages.length()")
                .isEqualTo(1)
                .jsonPath("$.outages[0].outageId")
                .isEqualTo("DVVNL:OWN-1")
                .jsonPath("$.outages[0].words.en.reason")
                .isEqualTo("transformer repair");
        get(own("/balance"), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.connectionId")
                .isEqualTo(OWN);
    }

    @Test
    void staffSeeItWithinTheirArea() {
        for (String role : List.of("helpdesk", "officer", "supervisor")) {
            get(own("/usage/days"), TestTokens.bearer(role, "DVVNL", AREA))
                    .expectStatus()
                    .isOk();
        }
        get(own("/usage/days"), TestTokens.bearer("helpdesk", "DVVNL", "DVVNL/AGRA/ELSEWHERE"))
                .expectStatus()
                .isNotFound();
        get(own("/usage/days"), TestTokens.bearer("integration", "DVVNL", AREA))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aRangeThatIsTooLongOrEndsBeforeItBeginsIsRefused() {
        get(own("/usage/days?from=2026-01-01&to=2026-04-11"), consumer(OWN))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("from: 2026-01-01 (expected: within 100 days of to, 2026-04-11)");
        get(own("/recharges?from=2026-08-02&to=2026-08-01"), consumer(OWN))
                .expectStatus()
                .isBadRequest();
        get(own("/usage/days?from=yesterday"), consumer(OWN)).expectStatus().isBadRequest();
    }

    @Test
    void aDayIsReadTheOneWayWhateverLanguageIsAccepted() {
        refused("to=2/8/26", "to: 2/8/26");
        refused("to=8/2/26", "to: 8/2/26");
        refused("to=2026-02-30", "to: 2026-02-30");
        refused("from=%2B10000-01-01", "from: +10000-01-01");
        refused("to=-999999999-01-01", "to: of another type");
        refused("to=%2B999999999-12-31", "to: of another type");
    }

    @Test
    void aDayThatIsLeftEmptyIsNone() {
        get(own("/usage/days?from=&to="), consumer(OWN))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.to")
                .isEqualTo(TODAY.toString());
    }

    @Test
    void anotherConnectionIsNotFoundAndATokenThatIsOldOrTamperedIsNone() {
        get(own("/usage/days"), consumer(OTHER)).expectStatus().isNotFound();
        get(own("/balance"), consumer(OTHER)).expectStatus().isNotFound();
        get(own("/usage/days"), consumer("DVVNL:7239999999")).expectStatus().isNotFound();
        Instant past = Instant.now().minus(Duration.ofHours(1));
        String old = tokens.sign("DVVNL", OWN, past, Duration.ofMinutes(59));
        get(own("/usage/days"), "Bearer " + old).expectStatus().isUnauthorized();
        String[] parts = consumer(OWN).split("\\.");
        String mixed = parts[0] + "." + consumer(OTHER).split("\\.")[1] + "." + parts[2];
        get(own("/usage/days"), mixed).expectStatus().isUnauthorized();
    }

    @Test
    void aConsumersTokenOpensNothingElse() {
        Set<String> open = new TreeSet<>();
        handlers.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    String path = pattern.getPatternString().replaceAll("\\{[^}]*}", OWN);
                                    if (allowed(HttpMethod.valueOf(method.name()), path))
                                        open.add(method + " " + pattern);
                                })));

        assertThat(open)
                .containsExactly(
                        "GET /api/v1/connections/{connectionId}/balance",
                        "GET /api/v1/connections/{connectionId}/outages",
                        "GET /api/v1/connections/{connectionId}/recharges",
                        "GET /api/v1/connections/{connectionId}/usage/days",
                        "GET /api/v1/connections/{connectionId}/usage/month");
        for (String other : List.of(own("/ledger"), own("/supply"), "/openapi", "/actuator/prometheus")) {
            get(other, consumer(OWN)).expectStatus().isForbidden();
            get(other, consumer(OWN) + "x").expectStatus().isUnauthorized();
        }
    }

    private void refused(String parameter, String shown) {
        for (String language : List.of("en-IN", "en-US", "hi")) {
            web.get()
                    .uri(builder -> URI.create(builder.build() + own("/usage/days?" + parameter)))
                    .header(HttpHeaders.AUTHORIZATION, consumer(OWN))
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo(shown + " (expected: a date like 2026-04-01)");
        }
    }

    private boolean allowed(HttpMethod method, String path) {
        HttpStatus status = HttpStatus.valueOf(web.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, consumer(OWN))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value());
        return status != HttpStatus.UNAUTHORIZED && status != HttpStatus.FORBIDDEN;
    }

    private void read(String id, LocalDate day, long wh) {
        topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(Midnight.ending(day), wh)));
        service.awaitSettled();
    }

    private void connect(String id, String feeder) {
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, FIRST, null))
                        .setAreaPath(AREA)
                        .setFeederCode(feeder)
                        .build());
    }

    private static Outage outage(String id, String feeder) {
        return Outage.newBuilder(Sent.outage(id, 1, OutageStage.STARTED, BillSent.noon(TODAY)))
                .setAssets(List.of(feeder))
                .build();
    }

    private long number(String sql) {
        return Long.parseLong(service.text(sql));
    }

    private String consumer(String connectionId) {
        return "Bearer " + tokens.sign("DVVNL", connectionId, Instant.now(), Duration.ofMinutes(20));
    }

    private static String own(String path) {
        return "/api/v1/connections/" + OWN + path;
    }

    private WebTestClient.ResponseSpec get(String uri, String token) {
        return web.get().uri(uri).header(HttpHeaders.AUTHORIZATION, token).exchange();
    }

    record Days(String connectionId, List<Day> days) {}

    record Day(
            LocalDate day,
            long wh,
            long paise,
            long energyPaise,
            long subsidyPaise,
            long fixedPaise,
            long surchargePaise,
            long rebatePaise,
            long minimumPaise,
            long dutyPaise) {}
}
