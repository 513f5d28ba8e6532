package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.domain.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class AnswersTest {

    private static final String BLOCK = """
            http:
              url: https://gateway.example/send
              query: {to: "{to}"}
              answers:
                - {at: /error, is: "E\\\\d+", means: refused}
                - {at: /error, means: try-again}
                - {status: "200, 201", id: /id, means: accepted}
                - {body: '^(?<code>BUSY.*)', means: throttled}
                - {body: '^(?<code>L\\w+)', means: unknown}
                - {body: '^(?<code>N\\w*)$', means: refused}
                - {status: 429, means: throttled}
            """;

    private final Answers answers = new Answers(GatewayFile.of(BLOCK).http().answers());

    @Test
    void theFirstRuleThatFitsCounts() {
        assertThat(said(200, "{\"error\": \"E12\", \"id\": 7}")).isEqualTo(new Outcome.Refused("CODE_E12", true));
        assertThat(said(200, "{\"error\": \"??\", \"id\": 7}")).isEqualTo(new Outcome.Refused("HTTP_200", false));
        assertThat(said(200, "{\"error\": null, \"id\": 7}")).isEqualTo(new Outcome.Accepted("7"));
        assertThat(said(201, "{\"id\": \"gw-7\"}")).isEqualTo(new Outcome.Accepted("gw-7"));
        assertThat(said(202, "BUSY")).isEqualTo(new Outcome.Throttled(null));
        assertThat(said(202, "LATE")).isEqualTo(new Outcome.Unknown("CODE_LATE"));
    }

    @Test
    void whatFitsNoRuleIsUnknownIfAllSeemsWellAndElseWorthAnotherTry() {
        assertThat(said(202, "so what")).isEqualTo(new Outcome.Unknown("ANSWER_NOT_UNDERSTOOD"));
        assertThat(said(503, "so what")).isEqualTo(new Outcome.Unavailable("HTTP_503"));
        assertThat(said(500, "so what")).isEqualTo(new Outcome.Unavailable("HTTP_500"));
        assertThat(said(302, "")).isEqualTo(new Outcome.Refused("HTTP_302", false));
    }

    @Test
    void whatAProxyDidNotHearOfIsUnknown() {
        assertThat(said(502, "")).isEqualTo(new Outcome.Unknown("HTTP_502"));
        assertThat(said(504, "<html>")).isEqualTo(new Outcome.Unknown("HTTP_504"));
        assertThat(said(408, "")).isEqualTo(new Outcome.Unknown("HTTP_408"));
    }

    @Test
    void byItsStatusAGatewaySpeaksOfItself() {
        assertThat(said(503, "{\"error\": \"busy\"}")).isEqualTo(new Outcome.Unavailable("CODE_busy"));
        assertThat(said(503, "{\"error\": \"E12\"}")).isEqualTo(new Outcome.Refused("CODE_E12", true));
        assertThat(said(400, "{\"error\": \"busy\"}")).isEqualTo(new Outcome.Refused("CODE_busy", false));
    }

    @Test
    void whatIsTakenUnderNoNameIsUnknown() {
        for (String id : new String[] {"{}", "{\"id\": \"\"}", "{\"id\": {}}", "{\"id\": \"a b\"}", "[", ""}) {
            assertThat(said(200, id)).as(id).isEqualTo(new Outcome.Unknown("ANSWER_WITHOUT_ID"));
        }
        assertThat(said(200, "{\"id\": \"" + "7".repeat(101) + "\"}"))
                .isEqualTo(new Outcome.Unknown("ANSWER_WITHOUT_ID"));
    }

    @Test
    void aNumberThatAGatewayQuotesGoesNoFurther() {
        assertThat(said(400, "N919897010001")).isEqualTo(new Outcome.Refused("HTTP_400", true));
    }

    @Test
    void whenToComeAgainIsSaidInSecondsOrByADate() {
        assertThat(busy("7", null)).isEqualTo(Duration.ofSeconds(7));
        assertThat(busy("Sun, 22 Nov 2026 10:00:30 GMT", "Sun, 22 Nov 2026 10:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(busy("Sun, 22 Nov 2026 09:00:00 GMT", "Sun, 22 Nov 2026 10:00:00 GMT"))
                .isNull();
        assertThat(busy("Sun, 22 Nov 2026 10:00:30 GMT", null)).isNull();
        assertThat(busy("soon", "Sun, 22 Nov 2026 10:00:00 GMT")).isNull();
        assertThat(busy("-3", null)).isNull();
    }

    private @Nullable Duration busy(String retryAfter, @Nullable String date) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        if (date != null) {
            headers.set(HttpHeaders.DATE, date);
        }
        return ((Outcome.Throttled) answers.outcome(
                        ResponseEntity.status(429).headers(headers).body("")))
                .retryAfter();
    }

    private Outcome said(int status, String body) {
        return answers.outcome(ResponseEntity.status(status).body(body));
    }
}
