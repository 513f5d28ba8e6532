package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStep;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.test.TestTokens;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages are found by whom, of what, when, by whom carried and what became of them, within the caller's area. */
class MessageSearchTest extends NotificationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T06:30:00Z");
    private static final String HERE = "DVVNL/SEARCH/HERE";
    private static final String THERE = "DVVNL/SEARCH/THERE";

    private final String event = "searched " + consumer;

    @BeforeEach
    void someWereTold() {
        lies(connection(consumer + 800), HERE);
        lies(connection(consumer + 900), THERE);
        told(1, 800, "OUTAGE_STARTED", "gupshup", "DELIVERED");
        told(2, 800, "OUTAGE_STARTED", "msdg", "FAILED");
        told(3, 900, "OUTAGE_ENDED", "gupshup", "DELIVERED");
        told(3600, 800, "OUTAGE_ENDED", "gupshup", "ACCEPTED");
    }

    @Test
    void byEventKindProviderStateAndTimeNewestFirst() {
        assertThat(found("DVVNL", "eventId=" + event)).containsExactly(at(3600), at(3), at(2), at(1));
        assertThat(found("DVVNL", "eventId=" + event + "&kind=OUTAGE_STARTED")).containsExactly(at(2), at(1));
        assertThat(found("DVVNL", "eventId=" + event + "&provider=gupshup&state=DELIVERED"))
                .containsExactly(at(3), at(1));
        assertThat(found("DVVNL", "eventId=" + event + "&from=" + at(2) + "&to=" + at(4)))
                .containsExactly(at(3), at(2));
        assertThat(found("DVVNL", "kind=OUTAGE_ENDED&from=" + NOON + "&to=" + at(4000)))
                .containsSubsequence(at(3600), at(3));
        assertThat(found("DVVNL", "connectionId=" + connection(consumer + 800) + "&state=FAILED"))
                .containsExactly(at(2));
        assertThat(found("DVVNL", "kind=OUTAGE_ENDED")).isEmpty();
    }

    @Test
    void withinTheCallersAreaOnly() {
        assertThat(found(HERE, "eventId=" + event)).containsExactly(at(3600), at(2), at(1));
        assertThat(found(THERE, "eventId=" + event)).containsExactly(at(3));
        assertThat(totals(THERE, "by=KIND")).containsExactly("OUTAGE_ENDED DELIVERED 1");
    }

    @Test
    void pageByPage() {
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = get("DVVNL", "/api/v1/messages?limit=1&eventId=" + event + cursor);
            page.path("messages").forEach(one -> all.add(one.path("dueAt").asString()));
            cursor = page.path("cursor").isString()
                    ? "&cursor=" + page.path("cursor").asString()
                    : null;
        } while (cursor != null);
        assertThat(all).containsExactly(at(3600), at(3), at(2), at(1));
    }

    @Test
    void byNumberIsOnRecord() {
        contact(ContactStanding.VERIFIED, 1, "en");
        LowBalance crossed = lowBalance(30, clock.instant());
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);

        JsonNode page = to(number.substring(3), "DVVNL");

        assertThat(page.path("messages").size()).isEqualTo(1);
        assertThat(page.path("messages").path(0).path("eventId").asString()).isEqualTo(crossed.getEventId());
        assertThat(to(number, "DVVNL/NOWHERE").path("messages").size()).isZero();
        assertThat(value(
                        "select count(*) from number_search n join contacts c using (number_hash) where c.connection_id = $1",
                        connection))
                .isEqualTo(2L);
        assertThatThrownBy(
                        () -> database.sql("delete from number_search").then().block())
                .hasMessageContaining("entries are added only");
    }

    @Test
    void byNumberIsNotAskedForInAnAddress() {
        web.get()
                .uri("/api/v1/messages?number=" + number.substring(1))
                .header("Authorization", OPS)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(problem -> assertThat(problem)
                        .contains("number", "POST /api/v1/messages/search")
                        .doesNotContain(number.substring(3)));
    }

    @Test
    void totalsAddUpByWhatIsToldApart() {
        assertThat(totals(HERE, "by=HOUR,KIND"))
                .containsExactly(
                        NOON + " OUTAGE_STARTED DELIVERED 1",
                        NOON + " OUTAGE_STARTED FAILED 1",
                        at(3600) + " OUTAGE_ENDED ACCEPTED 1");
        assertThat(totals("DVVNL/SEARCH", "by=AREA"))
                .containsExactly(
                        HERE + " ACCEPTED 1", HERE + " DELIVERED 1", HERE + " FAILED 1", THERE + " DELIVERED 1");
        web.get()
                .uri("/api/v1/messages/totals?from=" + NOON + "&to=" + at(90_001))
                .header("Authorization", OPS)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private String at(int seconds) {
        return NOON.plusSeconds(seconds).toString();
    }

    private List<String> found(String area, String query) {
        return get(area, "/api/v1/messages?" + query)
                .path("messages")
                .valueStream()
                .map(one -> one.path("dueAt").asString())
                .toList();
    }

    /** Of this test's connections, which alone lie in the areas. */
    private List<String> totals(String area, String by) {
        return get(area, "/api/v1/messages/totals?from=" + NOON + "&to=" + at(7200) + "&" + by)
                .path("totals")
                .valueStream()
                .map(one -> (text(one, "hour")
                        + text(one, "kind")
                        + text(one, "areaPath")
                        + text(one, "state")
                        + one.path("messages").asLong()))
                .toList();
    }

    private static String text(JsonNode one, String name) {
        return one.path(name).isString() ? one.path(name).asString() + " " : "";
    }

    private JsonNode to(String number, String area) {
        return answer(web.post().uri("/api/v1/messages/search").bodyValue(Map.of("number", number)), area);
    }

    private JsonNode get(String area, String uri) {
        return answer(web.get().uri(uri), area);
    }

    private static JsonNode answer(WebTestClient.RequestHeadersSpec<?> request, String area) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        request.header("Authorization", TestTokens.bearer("helpdesk", "DVVNL", area))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBody()));
    }

    private void lies(String connectionId, String areaPath) {
        database.sql("delete from connections where area_path = $1")
                .bind("$1", areaPath)
                .then()
                .block();
        database.sql("""
                        insert into connections (connection_id, version, applied_offset, removed, discom, area_path)
                        values ($1, 1, 0, false, 'DVVNL', $2)
                        """).bind("$1", connectionId).bind("$2", areaPath).then().block();
    }

    private void told(int seconds, int which, String kind, String provider, String state) {
        Instant at = NOON.plusSeconds(seconds);
        database.sql("""
                        insert into messages (message_id, discom, event_id, connection_ids, kind, lane, template_values,
                                              due_at, expires_at, state, attempt, provider)
                        values ($1, 'DVVNL', $2, array[$3], $4, 'BULK', '{}', $5, $5, $6, 1, $7)
                        """)
                .bind("$1", NamedUuid.ofMessage(at, event, String.valueOf(which), kind))
                .bind("$2", event)
                .bind("$3", connection(consumer + which))
                .bind("$4", kind)
                .bind("$5", at.atOffset(ZoneOffset.UTC))
                .bind("$6", state)
                .bind("$7", provider)
                .then()
                .block();
    }
}
