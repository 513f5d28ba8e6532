package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.time.ClockJumped;
import in.sampark.platform.time.StoryClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

/** Every planned message comes to a final state, and what was planned is the sum of what became of it. */
@Import(MessageWeeksTest.Movable.class)
class FinalStatesTest extends NotificationTest {

    @Autowired
    StoryClock story;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void withoutAReceiptItIsUnknownWhatBecameOfItAndALateOneStillCounts() {
        contact(ContactStanding.VERIFIED, 1, "en");
        LowBalance crossed = lowBalance(30, story.instant());
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(outcomes(crossed.getEventId(), "DVVNL")).contains("\"planned\":1", "\"open\":1");

        jump(Duration.ofDays(2));
        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
        jump(Duration.ofDays(2));
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED, MessageStep.UNKNOWN);
        assertThat(statuses(crossed.getEventId()).getLast())
                .extracting(MessageStatus::getReason)
                .isEqualTo("NO_RECEIPT");
        assertThat(outcomes(crossed.getEventId(), "DVVNL")).contains("\"planned\":1", "\"unknown\":1", "\"open\":0");

        receipt(handed().reference(), "DELIVRD").expectStatus().isNoContent();
        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.ACCEPTED,
                MessageStep.UNKNOWN,
                MessageStep.DELIVERED);
        assertThat(outcomes(crossed.getEventId(), "DVVNL")).contains("\"delivered\":1", "\"unknown\":0");
    }

    @Test
    void whoCouldNotBeToldInTimeAfterAllIsNotTold() {
        String event = "unreachable " + consumer;
        recorded(event, "UNREACHABLE", 1, "NUMBER_DOUBTED");
        recorded(event, "UNREACHABLE", 0, "NO_CONTACT");
        assertThat(outcomes(event, "DVVNL")).contains("\"planned\":1", "\"open\":1", "\"kept\":1");

        jump(Duration.ofHours(2));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(event, "DVVNL"))
                        .contains("\"planned\":1", "\"expired\":1", "\"open\":0", "\"kept\":1"));
        assertThat(value("select reason from messages where attempt = 1 and event_id = $1", event))
                .isEqualTo("NUMBER_DOUBTED");
    }

    @Test
    void whatItsLaneLetGoOfBeforeItWasClaimedHasExpired() {
        String event = "vanished " + consumer;
        database.sql(
                        "insert into planned values ('DVVNL', $1, 'OUTAGE', $2, $3, 5), ('DVVNL', $1, 'OUTAGE', $2, $3, 2)")
                .bind("$1", event)
                .bind("$2", story.instant().atOffset(ZoneOffset.UTC))
                .bind("$3", story.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .then()
                .block();
        recorded(event, "DELIVERED", 1, null);
        recorded(event, "RETRYING", 1, "THROTTLED");
        assertThat(outcomes(event, "DVVNL"))
                .contains("\"planned\":7", "\"delivered\":1", "\"expired\":0", "\"open\":6");
        assertThat(outcomes(event, "DVVNL/ELSEWHERE")).contains("\"kinds\":[]");

        jump(Duration.ofHours(26));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(event, "DVVNL"))
                        .contains("\"planned\":7", "\"delivered\":1", "\"expired\":6", "\"open\":0"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Objects.equals(value("select count(*) from planned where event_id = $1", event), 1L));
        assertThat(outcomes(event, "DVVNL")).contains("\"planned\":7", "\"expired\":6");
    }

    private void recorded(String event, String state, int attempt, @Nullable String reason) {
        var insert = database.sql("""
                        insert into messages (message_id, discom, event_id, connection_ids, kind, lane, template_values,
                                              due_at, expires_at, state, attempt, reason)
                        values ($1, 'DVVNL', $2, array[$3], 'OUTAGE', 'BULK', '{}', $4, $5, $6, $7, $8)
                        """)
                .bind("$1", NamedUuid.ofMessage(story.instant(), event, state + attempt, "OUTAGE"))
                .bind("$2", event)
                .bind("$3", connection)
                .bind("$4", story.instant().atOffset(ZoneOffset.UTC))
                .bind("$5", story.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .bind("$6", state)
                .bind("$7", attempt);
        (reason == null ? insert.bindNull("$8", String.class) : insert.bind("$8", reason))
                .then()
                .block();
    }

    private void jump(Duration ahead) {
        Instant then = story.instant().plus(ahead);
        story.jumpTo(then);
        events.publishEvent(new ClockJumped(then));
    }

    private String outcomes(String event, String area) {
        return new String(
                Objects.requireNonNull(web.get()
                        .uri(uri -> uri.path("/api/v1/messages/outcomes")
                                .queryParam("eventId", event)
                                .build())
                        .header("Authorization", TestTokens.bearer("control-room", "DVVNL", area))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
