package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.BillNotice;
import in.sampark.contract.meter.BillStage;
import in.sampark.contract.meter.DueAct;
import in.sampark.contract.meter.DueReason;
import in.sampark.contract.meter.SupplyDue;
import in.sampark.contract.notification.MessageStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told because a rule says so, of bills and of what is due at the switch. */
class ConnectionEventsTest extends NotificationTest {

    @Test
    void aCutIsAnnouncedWithWhatAvertsIt() {
        contact(ContactStanding.VERIFIED, 1, "en");
        due(DueAct.CUT_DUE, 1, clock.instant(), clock.instant().plus(Duration.ofHours(4)));

        assertThat(handed().text())
                .contains("Rs 1,234.50 is due", "ending " + connection.substring(12), "Pay at least Rs 617.25");
    }

    @Test
    void aCutWhoseDeadlineIsOverIsNotAnnounced() {
        contact(ContactStanding.VERIFIED, 1, "en");
        SupplyDue late = due(
                DueAct.CUT_DUE,
                1,
                clock.instant().minus(Duration.ofHours(4)),
                clock.instant().minusSeconds(1));

        awaitSteps(late.getEventId(), MessageStep.PLANNED, MessageStep.EXPIRED);
        assertThat(GATEWAY.handedTo(number)).isEmpty();
    }

    @Test
    void ofSeveralDecisionsTheLastIsTold() {
        contact(ContactStanding.CLAIMED, 1, "hi");
        SupplyDue cut = due(
                DueAct.CUT_DUE,
                1,
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofHours(4)));
        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);
        unreachable(cut.getEventId());
        unreachable(withdrawn.getEventId());

        contact(ContactStanding.VERIFIED, 2, "hi");

        awaitSteps(cut.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed().text()).contains("बिजली अब नहीं काटी जाएगी");
    }

    @Test
    void aBillIsToldOfByTheLastThatIsKnownOfItAndNotByOthers() {
        contact(ContactStanding.CLAIMED, 1, "en");
        BillNotice issued = bill("B1", BillStage.ISSUED, clock.instant().minusSeconds(60));
        BillNotice paid = bill("B1", BillStage.PAID, clock.instant().minusSeconds(30));
        BillNotice other = bill("B2", BillStage.ISSUED, clock.instant().minusSeconds(90));
        unreachable(issued.getEventId());
        unreachable(paid.getEventId());
        unreachable(other.getEventId());

        contact(ContactStanding.VERIFIED, 2, "en");

        awaitSteps(issued.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed(2))
                .extracting(Gateway.Sms::text)
                .anyMatch(text -> text.contains("bill of Rs 987.65") && text.contains("is paid"))
                .anyMatch(text -> text.contains("up to 31 Oct 2026 is Rs 987.65") && text.contains("by 15 Nov 2026"));
    }

    @Test
    void theHigherVersionIsTheLastWhateverTheClocksSay() {
        contact(ContactStanding.CLAIMED, 1, "en");
        Instant at = clock.instant().minusSeconds(60);
        SupplyDue cut = due(DueAct.CUT_DUE, 1, at, clock.instant().plus(Duration.ofHours(4)));
        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, at.minusSeconds(1), null);
        BillNotice issued = bill("B3", BillStage.ISSUED, at, 1);
        BillNotice paid = bill("B3", BillStage.PAID, at, 2);
        for (String event : List.of(cut.getEventId(), withdrawn.getEventId(), issued.getEventId(), paid.getEventId())) {
            unreachable(event);
        }

        contact(ContactStanding.VERIFIED, 2, "en");

        awaitSteps(cut.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        awaitSteps(issued.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed(2))
                .extracting(Gateway.Sms::text)
                .anyMatch(text -> text.contains("will not be disconnected now"))
                .anyMatch(text -> text.contains("bill of Rs 987.65") && text.contains("is paid"));
    }

    private SupplyDue due(DueAct act, long version, Instant at, @Nullable Instant deadline) {
        SupplyDue due = SupplyDue.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setVersion(version)
                .setDue(act)
                .setWhy(DueReason.UNPAID)
                .setDuesPaise(1_234_50)
                .setAmountNeededPaise(617_25)
                .setDeadline(deadline)
                .build();
        topics.send(Topics.SUPPLY_DUE, due);
        return due;
    }

    private BillNotice bill(String number, BillStage stage, Instant at) {
        return bill(number, stage, at, 0);
    }

    private BillNotice bill(String number, BillStage stage, Instant at, long version) {
        BillNotice notice = BillNotice.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setBillNumber(number)
                .setRevision(0)
                .setVersion(version)
                .setStage(stage)
                .setAmountPaise(987_65)
                .setOutstandingPaise(stage == BillStage.PAID ? 0 : 987_65)
                .setDueDate(LocalDate.of(2026, 11, 15))
                .setDaysOverdue(-5)
                .setPeriodFrom(LocalDate.of(2026, 10, 1))
                .setPeriodTo(LocalDate.of(2026, 10, 31))
                .setEnergyWh(150_000)
                .build();
        topics.send(Topics.BILL_NOTICES, notice);
        return notice;
    }
}
