package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.Dispatch;
import in.sampark.contract.notification.MessageStep;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The running service and a gateway with a rate: bulk has 32 messages a second, and stops to look for its turn every second. */
@TestPropertySource(
        properties = {
            "SAMPARK_SMS_RATE=40",
            "SAMPARK_BULK_LISTENERS=1",
            "SAMPARK_BULK_SEND_FOR=3s",
            "SAMPARK_BULK_BATCH=500"
        })
class RatedDispatchTest extends NotificationTest {

    private static final int MANY = 200;
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void manyWaitOnTheirTopicUntilTheirTurnAndACodeDoesNotWaitForThem() {
        contact(ContactStanding.VERIFIED, 1, "en");
        LowBalance crossed = lowBalance(30, clock.instant());
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        Dispatch one = topics.readAll(Topics.DISPATCH_ALERT).getFirst();
        for (int i = 0; i < MANY; i++) {
            topics.send(Topics.DISPATCH_BULK, copy(one));
        }
        await().atMost(PATIENCE).until(() -> GATEWAY.handedTo(number).size() > 10);

        otp("424242", clock.instant().plusSeconds(600));

        await().atMost(AT_ONCE)
                .until(() -> GATEWAY.handedTo(number).stream()
                        .anyMatch(sms -> sms.text().startsWith("424242")));
        assertThat(GATEWAY.handedTo(number)).as("before all the others").hasSizeLessThan(MANY);
        await().atMost(PATIENCE).until(() -> GATEWAY.handedTo(number).size() >= MANY + 2);
        awaitSettled();
        assertThat(value("select count(*) from messages where recipient is not null and attempt > $1", 1))
                .as("tried again")
                .isEqualTo(0L);
        assertThat(GATEWAY.handedTo(number)).hasSize(MANY + 2);
    }

    private static Dispatch copy(Dispatch dispatch) {
        return Dispatch.newBuilder(dispatch)
                .setEventId(UUID.randomUUID().toString())
                .setMessageId(UUID.randomUUID().toString())
                .build();
    }
}
