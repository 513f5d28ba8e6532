package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import in.sampark.platform.web.PageCursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

@MeterServiceTest
class AccountEntriesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @Test
    void anOpeningBalanceIsBookedOnceAndDaysBeforeItAreNotCharged() {
        String id = connect("DVVNL:7186000001", 5);
        assertThat(posted(id)).isEqualTo("-3021");
        AccountEntry opening = entry(id, "O1", AccountEntryKind.OPENING_BALANCE, 40_000, 3);
        topics.send(Topics.ACCOUNT_ENTRIES, opening);
        topics.send(Topics.ACCOUNT_ENTRIES, opening);
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "O2", AccountEntryKind.OPENING_BALANCE, 50_000, 3));
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "O1", AccountEntryKind.OPENING_BALANCE, 60_000, 3));
        service.awaitSettled();

        // the third and the fourth are left: fixed charge 14.66, rebate 0.30, duty 0.74
        assertThat(posted(id)).isEqualTo("38490");
        assertThat(reasons())
                .contains(
                        "kind: OPENING_BALANCE (expected: one a connection; O1 is booked)",
                        "entryId: O1, OPENING_BALANCE of 60000 paise on 2026-11-03 for " + id
                                + " (expected: as booked before, OPENING_BALANCE of 40000 paise on 2026-11-03 for " + id
                                + ")");
        assertThat(differences()).isEqualTo("0");
    }

    @Test
    void creditsAndDebitsAreBookedByWhatBillingDecided() {
        String id = connect("DVVNL:7186000002", 1);
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "C1", AccountEntryKind.ADJUSTMENT, 10_000, 1));
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "C2", AccountEntryKind.ADJUSTMENT, -2_500, 1));
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "C3", AccountEntryKind.ADJUSTMENT, 0, 1));
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "C4", AccountEntryKind.ADJUSTMENT, 1, 9));
        Instant garbled = Instant.ofEpochMilli(9_000_000_000_000_000L);
        topics.send(
                Topics.ACCOUNT_ENTRIES,
                AccountEntry.newBuilder(entry(id, "C5", AccountEntryKind.ADJUSTMENT, -1, 1))
                        .setOccurredAt(garbled)
                        .build());
        service.awaitSettled();

        assertThat(posted(id)).isEqualTo("7500");
        assertThat(reasons())
                .contains("amountPaise: 0 (expected: not 0)", "day: 2026-11-09 (expected: at most 2026-11-01)")
                .anyMatch(reason -> reason.startsWith("occurredAt: " + garbled + " (expected: at most "));
    }

    @Test
    void arrearsStandBesideTheBalanceAndArePaidOffByAPartOfEachRecharge() {
        String id = connect("DVVNL:7186000003", 1);
        topics.send(Topics.ACCOUNT_ENTRIES, entry(id, "A1", AccountEntryKind.ARREARS, 300_000, 1));
        service.awaitSettled();
        assertThat(posted(id)).isEqualTo("0");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "AR1", 100_000, noon(1)));
        service.awaitSettled();

        assertThat(posted(id)).isEqualTo("85000");
        assertThat(topics.readAll(Topics.RECHARGE_CREDITED))
                .filteredOn(credited -> credited.getConnectionId().equals(id))
                .singleElement()
                .returns(15_000L, RechargeCredited::getArrearsPaise)
                .returns(85_000L, RechargeCredited::getAvailablePaise);
        web.get()
                .uri("/api/v1/connections/" + id + "/balance")
                .header("Authorization", TestTokens.bearer("officer", "DVVNL", "DVVNL"))
                .exchange()
                .expectBody()
                .jsonPath("$.arrearsPaise")
                .isEqualTo(285_000);
    }

    @Test
    void aSupervisorBooksOverHttpAndTheLedgerShowsTheReason() {
        String id = connect("DVVNL:7186000004", 1);
        send(
                        id,
                        "supervisor",
                        Sent.AREA,
                        "{\"entryId\": \"H1\", \"kind\": \"ADJUSTMENT\", \"amountPaise\": 2500,"
                                + " \"day\": \"2026-11-01\", \"reason\": \"meter found fast\"}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("{\"entryId\": \"H1\"}");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "HR1", 100_000, noon(1)));
        service.awaitSettled();

        ledger(id, "?limit=1")
                .expectBody()
                .json("{\"entries\": [{\"day\": \"2026-11-01\", \"kind\": \"CORRECTION\", \"reference\": \"H1\","
                        + " \"reason\": \"meter found fast\", \"carriedPaise\": 2500, \"amountPaise\": 2500}]}")
                .jsonPath("$.cursor")
                .value(
                        String.class,
                        cursor -> ledger(id, "?cursor=" + cursor)
                                .expectBody()
                                .jsonPath("$.entries.length()")
                                .isEqualTo(1)
                                .jsonPath("$.entries[0].reference")
                                .isEqualTo("HR1")
                                .jsonPath("$.cursor")
                                .doesNotExist());
    }

    @Test
    void whatIsWrongIsSaidAndNobodyBooksOutsideTheirArea() {
        String id = connect("DVVNL:7186000005", 1);
        String good = "{\"kind\": \"ADJUSTMENT\", \"amountPaise\": 1, \"day\": \"2026-11-01\", \"reason\": \"why\"}";
        send(id, "supervisor", Sent.AREA, "{\"kind\": \"GIFT\", \"amountPaise\": 0, \"day\": \"1.11.\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults.length()")
                .isEqualTo(4);
        send(id, "supervisor", Sent.AREA, good.replace("2026-11-01", "+999999999-12-31"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("day");
        ledger(id, "?cursor=" + PageCursor.of("+999999999-12-31", "ADJUSTMENT", "x"))
                .expectStatus()
                .isBadRequest();
        send(id, "supervisor", "DVVNL/AGRA/ETAWAH", good).expectStatus().isNotFound();
        send(id, "officer", Sent.AREA, good).expectStatus().isForbidden();
    }

    @Test
    void anAccountThatIsNotTheSumOfItsLedgerIsFound() {
        String id = connect("DVVNL:7186000006", 2);
        falsify(id, 1);
        check("DVVNL", "DVVNL/MEERUT").expectBody().json("{\"differing\": 0, \"first\": []}", JsonCompareMode.STRICT);
        check("NBPDCL", "NBPDCL").expectBody().json("{\"differing\": 0, \"first\": []}", JsonCompareMode.STRICT);
        check("DVVNL", "DVVNL/AGRA")
                .expectBody()
                .json("{\"differing\": 1, \"first\": [{\"connectionId\": \"" + id
                        + "\", \"postedPaise\": -754, \"ledgerPaise\": -755}]}");
        falsify(id, -1);
        assertThat(differences()).isEqualTo("0");
    }

    private WebTestClient.ResponseSpec check(String discom, String area) {
        return web.get()
                .uri("/api/v1/ledger/check")
                .header("Authorization", TestTokens.bearer("ops", discom, area))
                .exchange();
    }

    private void falsify(String id, int paise) {
        service.text("update account set posted_paise = posted_paise + " + paise + " where connection_id = '" + id
                + "' returning connection_id");
    }

    /** A connection supplied from the first on, at noon of a day. */
    private String connect(String id, int today) {
        clock.set(noon(1));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(29)));
        service.awaitSettled();
        clock.set(noon(today));
        service.awaitSettled();
        return id;
    }

    private WebTestClient.ResponseSpec send(String id, String role, String area, String body) {
        return web.post()
                .uri("/api/v1/connections/" + id + "/account-entries")
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec ledger(String id, String query) {
        return web.get()
                .uri("/api/v1/connections/" + id + "/ledger" + query)
                .header("Authorization", TestTokens.bearer("helpdesk", "DVVNL", "DVVNL"))
                .exchange();
    }

    private static AccountEntry entry(String id, String entryId, AccountEntryKind kind, long paise, int day) {
        return AccountEntry.newBuilder()
                .setEventId("entry " + entryId + " " + paise)
                .setOccurredAt(noon(1))
                .setDiscom("DVVNL")
                .setConnectionId(id)
                .setEntryId(entryId)
                .setKind(kind)
                .setAmountPaise(paise)
                .setDay(FIRST.plusDays(day - 1L))
                .setReason("as agreed")
                .build();
    }

    private List<String> reasons() {
        return topics.readAllBytes(Topics.ACCOUNT_ENTRIES.deadLetters("meter-service")).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private String posted(String id) {
        return service.text("select posted_paise from account where connection_id = '" + id + "'");
    }

    private String differences() {
        return service.text("select count(*) from account_difference");
    }

    private static Instant noon(int day) {
        return Midnight.starting(FIRST.plusDays(day - 1L)).plus(Duration.ofHours(12));
    }
}
