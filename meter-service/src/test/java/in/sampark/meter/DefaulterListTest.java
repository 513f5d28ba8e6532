package in.sampark.meter;

import static in.sampark.meter.BillSent.bill;
import static in.sampark.meter.BillSent.noon;
import static in.sampark.meter.BillSent.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.BillPaymentStatus;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@MeterServiceTest
class DefaulterListTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 7, 1);
    private static final LocalDate TODAY = ISSUED.plusDays(24);
    private static final String TOWN = "DVVNL/AGRA/DEFAULTERS";
    private static final String EAST = TOWN + "/EAST";
    private static final String WEST = TOWN + "/WEST";
    private static final String VILLAGE = "DVVNL/AGRA/DEFAULTERS-ELSEWHERE";
    private static final String HAMLET = "DVVNL/AGRA/DEFAULTERS-JOINING";
    private static final String SMALL = "DVVNL:7220000001";
    private static final String LARGE = "DVVNL:7220000002";
    private static final String PREPAID = "DVVNL:7220000003";
    private static final String PAID = "DVVNL:7220000004";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void twoOweBillsAndOneItsBalance() {
        clock.set(noon(ISSUED));
        connect(SMALL, EAST, BillingMode.POSTPAID, 1);
        connect(LARGE, WEST, BillingMode.POSTPAID, 1);
        connect(PREPAID, EAST, BillingMode.PREPAID, 1);
        connect(PAID, EAST, BillingMode.POSTPAID, 1);
        service.awaitSettled();
        topics.send(Topics.BILLS, bill(SMALL, "L1", ISSUED, 900_00).build());
        topics.send(Topics.BILLS, bill(LARGE, "L2", ISSUED, 1_50_000_00).build());
        topics.send(Topics.BILLS, bill(PAID, "L4", ISSUED, 900_00).build());
        topics.send(
                Topics.BILL_PAYMENTS, payment(PAID, "LP4", null, 900_00, ISSUED).build());
        service.awaitSettled();
        clock.set(noon(TODAY));
        service.awaitSettled();
    }

    @Test
    void listsWhoOwesByAreaAndConnectionPageByPage() {
        String cursor = get("?limit=2", "officer", TOWN)
                .expectStatus()
                .isOk()
                .expectBody(DefaultersPage.class)
                .value(page -> {
                    assertThat(page.entries()).extracting(Entry::connectionId).containsExactly(SMALL, PREPAID);
                    assertThat(page.entries().getFirst())
                            .isEqualTo(new Entry(
                                    SMALL, EAST, "POSTPAID", "up-to-1000", 900_00, 900_00, "2026-07-15", 10L, "NEVER"));
                })
                .returnResult()
                .getResponseBody()
                .cursor();
        get("?limit=2&cursor=" + cursor, "supervisor", TOWN)
                .expectBody(DefaultersPage.class)
                .value(page -> {
                    assertThat(page.entries()).extracting(Entry::connectionId).containsExactly(LARGE);
                    assertThat(page.cursor()).isNull();
                });
    }

    @Test
    void choosesByBandModeAndRecharges() {
        assertThat(ids("?band=over-100000")).containsExactly(LARGE);
        assertThat(ids("?band=up-to-1000&mode=postpaid")).containsExactly(SMALL);
        assertThat(ids("?mode=prepaid")).containsExactly(PREPAID);
        assertThat(ids("?recharged=never")).containsExactly(SMALL, PREPAID, LARGE);
        assertThat(ids("?recharged=once")).isEmpty();

        topics.send(Topics.RECHARGES, Sent.recharge(PREPAID, "L-RECHARGE", 1_00, noon(TODAY)));
        service.awaitSettled();
        assertThat(ids("?recharged=once")).containsExactly(PREPAID);
    }

    @Test
    void countsThemByBandAndMode() {
        long lacks = -Long.parseLong(
                service.text("select posted_paise from account where connection_id = '" + PREPAID + "'"));
        assertThat(lacks).isPositive();
        get("/summary", "supervisor", TOWN).expectStatus().isOk().expectBody().json("""
                        {"areaPath": "%s",
                         "bands": ["up-to-1000", "1001-to-5000", "5001-to-10000", "10001-to-50000", "50001-to-100000", "over-100000"],
                         "totals": [{"band": "up-to-1000", "mode": "POSTPAID", "connections": 1, "owedPaise": 90000},
                                    {"band": "up-to-1000", "mode": "PREPAID", "connections": 1, "owedPaise": %d},
                                    {"band": "over-100000", "mode": "POSTPAID", "connections": 1, "owedPaise": 15000000}]}
                        """.formatted(TOWN, lacks));
    }

    @Test
    void writesThemAsCsv() {
        String csv = web.get()
                .uri("/api/v1/defaulters?area=" + WEST)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("officer", "DVVNL", TOWN))
                .header(HttpHeaders.ACCEPT, "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csv.lines())
                .containsExactly(
                        "connectionId,areaPath,mode,band,owedPaise,overduePaise,overdueSince,daysOverdue,recharged",
                        LARGE + "," + WEST + ",POSTPAID,over-100000,15000000,15000000,2026-07-15,10,NEVER");
    }

    @Test
    void whoMovesOrPaysIsFollowed() {
        connect(SMALL, WEST, BillingMode.POSTPAID, 2);
        service.awaitSettled();
        assertThat(ids("?area=" + WEST)).containsExactly(SMALL, LARGE);

        topics.send(
                Topics.BILL_PAYMENTS, payment(SMALL, "LP1", "L1", 900_00, TODAY).build());
        service.awaitSettled();
        assertThat(ids("?area=" + WEST)).containsExactly(LARGE);

        topics.send(
                Topics.BILL_PAYMENTS,
                payment(SMALL, "LP1", "L1", 900_00, TODAY)
                        .setStatus(BillPaymentStatus.REVERSED)
                        .build());
        connect(SMALL, EAST, BillingMode.POSTPAID, 3);
        service.awaitSettled();
    }

    @Test
    void whoWillBeBilledFromALaterDayOwesTheirBalanceUntilThen() {
        String switching = "DVVNL:7220000005";
        clock.set(noon(ISSUED));
        connect(switching, VILLAGE, BillingMode.PREPAID, 1);
        service.awaitSettled();
        clock.set(noon(TODAY));
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(switching, 2, ISSUED, null))
                        .setAreaPath(VILLAGE)
                        .setBillingMode(BillingMode.POSTPAID)
                        .setBillingModeFrom(TODAY.plusDays(3))
                        .build());
        service.awaitSettled();
        get("?mode=prepaid", "officer", VILLAGE)
                .expectBody()
                .jsonPath("$.entries[*].connectionId")
                .isEqualTo(switching);

        clock.set(noon(TODAY.plusDays(3)));
        service.awaitSettled();
        get("", "officer", VILLAGE).expectBody().jsonPath("$.entries").isEmpty();
    }

    @Test
    void whoWillPayInAdvanceFromALaterDayIsFoundAsWhoTheyWillBe() {
        String joining = "DVVNL:7220000006";
        clock.set(noon(ISSUED));
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(joining, 1, ISSUED, null))
                        .setAreaPath(HAMLET)
                        .setBillingMode(BillingMode.PREPAID)
                        .setBillingModeFrom(TODAY.plusDays(10))
                        .build());
        service.awaitSettled();
        topics.send(Topics.BILLS, bill(joining, "L6", ISSUED, 900_00).build());
        service.awaitSettled();
        clock.set(noon(TODAY));
        service.awaitSettled();

        get("?mode=prepaid", "officer", HAMLET)
                .expectBody(DefaultersPage.class)
                .value(page -> assertThat(page.entries())
                        .extracting(Entry::connectionId, Entry::mode)
                        .containsExactly(tuple(joining, "PREPAID")));
    }

    @Test
    void showsNothingOfAnotherAreaAndNothingToOthers() {
        assertThat(get("", "officer", "DVVNL/AGRA/ELSEWHERE")
                        .expectBody(DefaultersPage.class)
                        .returnResult()
                        .getResponseBody()
                        .entries())
                .isEmpty();
        get("?area=" + TOWN, "officer", EAST).expectStatus().isForbidden();
        get("", "helpdesk", TOWN).expectStatus().isForbidden();
        get("?limit=0", "officer", TOWN).expectStatus().isBadRequest();
        get("?cursor=x", "officer", TOWN).expectStatus().isBadRequest();
        get("?mode=cash", "officer", TOWN)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("mode: cash (expected: prepaid, postpaid)");
        get("?band=rich", "officer", TOWN)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.expected")
                .isEqualTo("up-to-1000, 1001-to-5000, 5001-to-10000, 10001-to-50000, 50001-to-100000, over-100000");
    }

    private void connect(String id, String area, BillingMode mode, long version) {
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, version, ISSUED, null))
                        .setAreaPath(area)
                        .setBillingMode(mode)
                        .build());
    }

    private List<String> ids(String query) {
        return get(query, "officer", TOWN)
                .expectStatus()
                .isOk()
                .expectBody(DefaultersPage.class)
                .returnResult()
                .getResponseBody()
                .entries()
                .stream()
                .map(Entry::connectionId)
                .toList();
    }

    private WebTestClient.ResponseSpec get(String query, String role, String area) {
        return web.get()
                .uri("/api/v1/defaulters" + query)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }

    record DefaultersPage(List<Entry> entries, String cursor) {}

    record Entry(
            String connectionId,
            String areaPath,
            String mode,
            String band,
            long owedPaise,
            long overduePaise,
            String overdueSince,
            Long daysOverdue,
            String recharged) {}
}
