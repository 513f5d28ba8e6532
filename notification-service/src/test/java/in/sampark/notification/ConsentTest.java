package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A notice in words that are registered as service-explicit, told at any hour. */
@TestPropertySource(
        properties = {
            "SAMPARK_PERMITTED_FROM=00:00",
            "SAMPARK_PERMITTED_TO=00:00",
            "sampark.notices[0].kind=CAMP",
            "sampark.notices[0].event=meter.recharge-credited.v1",
            "sampark.notices[0].audience=verified-contact",
            "sampark.notices[0].lane=routine",
            "sampark.notices[0].relevant-for=24h",
            "sampark.notices[0].channels=sms",
            "sampark.notices[0].templates[0].use=camp-invite"
        })
class ConsentTest extends NotificationTest {

    @Test
    void onlyWhoAgreedIsToldWhatDoesNotFollowFromTheServiceAndOnlyUntilTheyWithdraw() {
        agreeing(1, List.of("WHATSAPP/SERVICE", "SMS/PROMOTION"));
        RechargeCredited before = recharge(clock.instant());
        awaitSteps(before.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(statuses(before.getEventId()))
                .extracting(MessageStatus::getReason)
                .containsExactly(null, "NO_CONSENT");

        agreeing(2, List.of("SMS/PROMOTION", "SMS/SERVICE"));
        RechargeCredited agreed = recharge(clock.instant());
        awaitSteps(agreed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(handed().templateId()).isEqualTo("1107000000000029901");

        agreeing(3, List.of("SMS/PROMOTION"));
        RechargeCredited withdrawn = recharge(clock.instant());
        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed(1)).hasSize(1);
    }

    @Test
    void whoAgreesBeforeTheMessageLeavesIsToldWhateverCameFirst() {
        RechargeCredited credited = recharge(clock.instant());
        unreachable(credited.getEventId());

        agreeing(1, List.of("SMS/SERVICE"));

        awaitSteps(credited.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
    }

    @Test
    void whatIsPublishedAnewUnderTheSameVersionIsTaken() {
        agreeing(1, List.of());
        agreeing(1, List.of("SMS/SERVICE"));

        RechargeCredited credited = recharge(clock.instant());

        awaitSteps(credited.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
    }
}
