package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.campaign.VisitOutcome;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.SupplyChange;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What staff see of supply. 14 December 2026 is a Monday. */
@MeterServiceTest
class SupplyPageTest {

    private static final String MATHURA = "DVVNL/AGRA/MATHURA";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    private String owing = "";
    private String cut = "";
    private String well = "";

    /** Three households; two have used up what they paid by Monday at ten and were visited, and one of them is cut off on Thursday. */
    private void households(int test) {
        owing = "DVVNL:71820000" + test + "1";
        cut = "DVVNL:71820000" + test + "2";
        well = "DVVNL:71820000" + test + "3";
        at("2026-12-14T00:00");
        for (String id : List.of(owing, cut, well)) {
            topics.send(Topics.CONNECTIONS, SupplySent.household(id, LocalDate.of(2026, 12, 14)));
        }
        service.awaitSettled();
        recharge(owing, 1_000);
        recharge(cut, 1_000);
        recharge(well, 100_000);
        at("2026-12-14T10:00");
        for (String id : List.of(owing, cut, well)) {
            topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(time("2026-12-14T10:00"), 5_000)));
        }
        service.awaitSettled();
        at("2026-12-15T10:00");
        topics.send(Topics.VISITS, SupplySent.visit(owing, VisitOutcome.NOTICE_HANDED_OVER, time("2026-12-15T09:00")));
        topics.send(Topics.VISITS, SupplySent.visit(cut, VisitOutcome.NOTICE_HANDED_OVER, time("2026-12-15T09:00")));
        service.awaitSettled();
        at("2026-12-17T10:00");
        topics.send(Topics.SUPPLY, SupplySent.report(cut, SupplyChange.DISCONNECTED, time("2026-12-17T10:00")));
        service.awaitSettled();
    }

    @Test
    void showsWhatIsDueAndWhyAndWhatMayBePaid() {
        households(1);
        long dues =
                -Long.parseLong(service.text("select posted_paise from account where connection_id = '" + cut + "'"));
        get("/api/v1/connections/" + cut + "/supply", "officer", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"connectionId": "%s", "areaPath": "%s", "line": "CUT", "lineSince": "2026-12-17T04:30:00Z", "waitsFor": "PAYMENT",
                         "duesPaise": %d, "availablePaise": -%d, "emptySince": "2026-12-14T04:30:00Z",
                         "proof": {"kind": "VISIT", "id": "visit of %s", "at": "2026-12-15T03:30:00Z"}, "amountNeededPaise": %d}
                        """.formatted(cut, Sent.AREA, dues, dues, cut, (dues + 1) / 2))
                .jsonPath("$.cut")
                .doesNotExist()
                .jsonPath("$.restore")
                .doesNotExist()
                .jsonPath("$.offers[0].days")
                .isEqualTo(3)
                .jsonPath("$.offers[0].clears")
                .isEqualTo(false)
                .jsonPath("$.offers[1].days")
                .isEqualTo(7)
                .jsonPath("$.offers[2].paise")
                .isEqualTo(dues)
                .jsonPath("$.offers[2].clears")
                .isEqualTo(true)
                .jsonPath("$.offers[3].days")
                .isEqualTo(7)
                .jsonPath("$.offers[4].days")
                .isEqualTo(30);
        get("/api/v1/connections/" + owing + "/supply", "helpdesk", MATHURA)
                .expectBody()
                .json("""
                        {"line": "ON", "waitsFor": "CUT_ANNOUNCED", "until": "2026-12-18T02:30:00Z",
                         "cut": {"at": "2026-12-17T04:30:00Z", "deadline": "2026-12-17T12:30:00Z", "overdue": false}}
                        """)
                .jsonPath("$.lineSince")
                .doesNotExist();
        get("/api/v1/connections/" + well + "/supply", "control-room", "DVVNL")
                .expectBody()
                .json("{\"line\": \"ON\", \"waitsFor\": \"NOTHING_OWED\", \"amountNeededPaise\": 0, \"duesPaise\": 0}")
                .jsonPath("$.emptySince")
                .doesNotExist();
    }

    @Test
    void listsWhatIsDueInAnArea() {
        households(2);
        recharge(cut, 500_000);
        assertThat(due("cut-due", "")).contains(owing).doesNotContain(cut, well);
        assertThat(due("restore-due", "")).contains(cut).doesNotContain(owing, well);
        assertThat(due("restore-overdue", "")).doesNotContain(cut);

        at("2026-12-17T10:15");
        assertThat(due("restore-overdue", "")).contains(cut);

        at("2026-12-17T18:00");
        assertThat(due("cut-due", "")).doesNotContain(owing);
        topics.send(Topics.SUPPLY, SupplySent.report(cut, SupplyChange.RECONNECTED, time("2026-12-17T18:00")));
        service.awaitSettled();
        assertThat(due("restore-overdue", "")).doesNotContain(cut);
    }

    @Test
    void goesOnAfterThePageBefore() {
        households(3);
        households(4);
        String first = due("cut-due", "&limit=1&area=" + Sent.AREA);
        assertThat(first).containsOnlyOnce("connectionId").contains("cursor");

        String rest = due("cut-due", "&limit=500&cursor=" + first.replaceFirst(".*\"cursor\":\"([^\"]*)\".*", "$1"));
        assertThat(rest).doesNotContain(first.replaceFirst(".*?\"connectionId\":\"([^\"]*)\".*", "$1"));
        assertThat(first + rest).contains("DVVNL:7182000031", "DVVNL:7182000041");
    }

    @Test
    void whatMovesIsDueWhereItIsNow() {
        households(6);
        Connection moved = Connection.newBuilder(SupplySent.household(owing, LocalDate.of(2026, 12, 14)))
                .setVersion(2)
                .setAreaPath("DVVNL/AGRA/HATHRAS")
                .build();
        topics.send(Topics.CONNECTIONS, moved);
        service.awaitSettled();

        assertThat(due("cut-due", "")).doesNotContain(owing);
        assertThat(body("/api/v1/supply/due?due=cut-due", "supervisor", "DVVNL/AGRA/HATHRAS"))
                .contains(owing);
    }

    @Test
    void showsNothingOfAnotherAreaAndNothingToOthers() {
        households(5);
        get("/api/v1/connections/" + cut + "/supply", "officer", "DVVNL/AGRA/ETAWAH")
                .expectStatus()
                .isNotFound();
        get("/api/v1/connections/" + cut + "/supply", "integration", "DVVNL")
                .expectStatus()
                .isForbidden();
        get("/api/v1/supply/due?due=cut-due", "officer", "DVVNL").expectStatus().isForbidden();
        get("/api/v1/supply/due?due=cut-due&area=DVVNL", "supervisor", MATHURA)
                .expectStatus()
                .isForbidden();
        get("/api/v1/supply/due?due=cut", "supervisor", MATHURA)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("due: cut (expected: cut-due, restore-due, restore-overdue)");
        get("/api/v1/supply/due?due=cut-due&cursor=x", "supervisor", MATHURA)
                .expectStatus()
                .isBadRequest();
        assertThat(body("/api/v1/supply/due?due=cut-due", "supervisor", "DVVNL/AGRA/ETAWAH"))
                .isEqualTo("{\"entries\":[]}");
    }

    private String due(String due, String more) {
        return body("/api/v1/supply/due?due=" + due + more, "control-room", MATHURA);
    }

    private String body(String uri, String role, String area) {
        String body = get(uri, role, area)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }

    private WebTestClient.ResponseSpec get(String uri, String role, String area) {
        return web.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }

    private void recharge(String id, long paise) {
        topics.send(
                Topics.RECHARGES, Sent.recharge(id, id + " " + clock.instant() + " " + paise, paise, clock.instant()));
        service.awaitSettled();
    }

    private void at(String local) {
        clock.set(time(local));
        service.awaitSettled();
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Kolkata")).toInstant();
    }
}
