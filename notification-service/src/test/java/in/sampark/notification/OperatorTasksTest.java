package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.OperatorTask;
import in.sampark.contract.notification.OperatorTaskKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person has to put right at a gateway is told once an occasion, however many messages meet with it. */
class OperatorTasksTest extends NotificationTest {

    private static final Gateway.Answer NO_CREDIT = says(402, "");
    private static final Gateway.Answer NO_TEMPLATE = says(422, "{\"code\": 631}");
    private static final Gateway.Answer NO_HEADER = says(422, "{\"code\": 620}");

    @BeforeEach
    void nothingIsKnown() {
        contact(ContactStanding.VERIFIED, 1, "en");
        database.sql("delete from operator_tasks").then().block();
    }

    @Test
    void aTaskIsToldOnceWhileItGoesOnAndAgainAfterAWhile() {
        int before = told(OperatorTaskKind.CREDIT_LOW).size();
        GATEWAY.answers(number, NO_CREDIT, NO_CREDIT, NO_CREDIT);
        LowBalance crossed = lowBalance(30, clock.instant());
        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.RETRYING,
                MessageStep.RETRYING,
                MessageStep.RETRYING,
                MessageStep.ACCEPTED);
        awaitSettled();

        assertThat(told(OperatorTaskKind.CREDIT_LOW)).hasSize(before + 1).last().satisfies(task -> {
            assertThat(task.getProvider()).isEqualTo("simulator");
            assertThat(task.getDiscom()).isEqualTo("DVVNL");
            assertThat(task.getReason()).isEqualTo("HTTP_402");
            assertThat(task.getTemplateId()).isNull();
            assertThat(task.getMessages()).isEqualTo(1);
        });
        assertThat(value("select messages from operator_tasks where task = $1", "CREDIT_LOW"))
                .isEqualTo(3L);

        database.sql(
                        "update operator_tasks set told_at = told_at - interval '2 hours', since = since - interval '2 hours'")
                .then()
                .block();
        GATEWAY.answers(number, NO_CREDIT);
        LowBalance next = lowBalance(10, clock.instant());
        awaitSteps(next.getEventId(), MessageStep.PLANNED, MessageStep.RETRYING, MessageStep.ACCEPTED);
        awaitSettled();
        assertThat(told(OperatorTaskKind.CREDIT_LOW)).hasSize(before + 2).last().satisfies(task -> {
            assertThat(task.getMessages()).isEqualTo(4);
            assertThat(task.getSince()).isBefore(task.getOccurredAt().minus(Duration.ofHours(1)));
        });
    }

    @Test
    void aTaskNamesTheTemplateOrHeaderItIsAbout() {
        GATEWAY.answers(number, NO_TEMPLATE);
        LowBalance refused = lowBalance(30, clock.instant());
        awaitSteps(refused.getEventId(), MessageStep.PLANNED, MessageStep.FAILED);
        await().untilAsserted(() -> assertThat(told(OperatorTaskKind.TEMPLATE_REFUSED))
                .last()
                .satisfies(task -> assertThat(task.getTemplateId())
                        .isEqualTo(GATEWAY.handedTo(number).getLast().templateId()))
                .satisfies(task -> assertThat(task.getHeader()).isNull()));

        GATEWAY.answers(number, NO_HEADER);
        LowBalance blocked = lowBalance(10, clock.instant());
        awaitSteps(blocked.getEventId(), MessageStep.PLANNED, MessageStep.RETRYING, MessageStep.ACCEPTED);
        await().untilAsserted(() -> assertThat(told(OperatorTaskKind.HEADER_BLOCKED))
                .last()
                .satisfies(task -> assertThat(task.getHeader())
                        .isEqualTo(GATEWAY.handedTo(number).getLast().header())));
    }

    private List<OperatorTask> told(OperatorTaskKind kind) {
        return topics.readAll(Topics.OPERATOR_TASKS).stream()
                .filter(task -> task.getTask() == kind)
                .toList();
    }

    private static Gateway.Answer says(int status, String body) {
        return (exchange, sms) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }
}
