package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.BillNotice;
import in.sampark.contract.meter.BillStage;
import in.sampark.contract.meter.DueAct;
import in.sampark.contract.meter.DueReason;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.meter.SupplyDue;
import in.sampark.contract.meter.SupplyState;
import in.sampark.contract.meter.SupplySwitched;
import in.sampark.contract.meter.SwitchCause;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What is told because a rule says so, of bills, of what is due at the switch and of what was done there. */
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
        SupplyDue restore =
                due(DueAct.RESTORE_DUE, 2, clock.instant(), clock.instant().plus(Duration.ofMinutes(15)));
        unreachable(cut.getEventId());
        unreachable(restore.getEventId());

        contact(ContactStanding.VERIFIED, 2, "hi");

        awaitSteps(cut.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed().text()).contains("तक बहाल कर दी जाएगी");
    }

    @Test
    void whoHeardOfACutHearsThatItIsWithdrawn() {
        contact(ContactStanding.VERIFIED, 1, "hi");
        cutDue(1);
        handed();

        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);

        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(handed(2).getLast().text()).contains("बिजली अब नहीं काटी जाएगी");
    }

    @Test
    void whoMayHaveHeardOfItHearsSoToo() {
        contact(ContactStanding.VERIFIED, 1, "en");
        GATEWAY.answers(number, Gateway.HANG);
        SupplyDue cut = cutDue(1);
        await().untilAsserted(() -> assertThat(statuses(cut.getEventId()))
                .extracting(MessageStatus::getStep)
                .contains(MessageStep.UNKNOWN));

        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);

        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
    }

    @Test
    void soDoesWhoHeardOfItFromAnEarlierBuild() throws IOException {
        contact(ContactStanding.VERIFIED, 1, "en");
        cutDue(1);
        handed();
        run("delete from named_notices where connection_id = '" + connection + "'");
        String migration =
                new ClassPathResource("db/migration/V41__named_notices.sql").getContentAsString(StandardCharsets.UTF_8);
        run(migration.substring(migration.indexOf("insert into")).replace(";", " on conflict do nothing"));

        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);

        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
    }

    @Test
    void whileACutIsNotTakenItsWithdrawalIsNotToldEither() {
        contact(ContactStanding.VERIFIED, 1, "en");
        GATEWAY.answers(number, Collections.nCopies(100, Gateway.THROTTLE).toArray(Gateway.Answer[]::new));
        SupplyDue cut = cutDue(1);
        await().until(() -> !GATEWAY.handedTo(number).isEmpty());

        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);

        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        await().untilAsserted(() -> assertThat(state(cut.getEventId())).isEqualTo("SUPPRESSED"));
        assertThat(GATEWAY.handedTo(number))
                .extracting(Gateway.Sms::text)
                .allMatch(text -> text.contains("is liable to be disconnected"));
    }

    @Test
    void whoNeverHeardOfACutHearsNothingOfItsEndNorDoesTheField() {
        contact(ContactStanding.CLAIMED, 1, "en");
        SupplyDue cut = cutDue(1);
        unreachable(cut.getEventId());
        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 2, clock.instant(), null);
        SupplyDue later = cutDue(3);
        unreachable(later.getEventId());

        contact(ContactStanding.VERIFIED, 2, "en");

        assertThat(handed().text()).contains("is liable to be disconnected");
        awaitSettled();
        assertThat(topics.readAll(Topics.UNREACHABLE))
                .extracting(Unreachable::getCausationId)
                .contains(cut.getEventId())
                .doesNotContain(withdrawn.getEventId());
        assertThat(statuses(withdrawn.getEventId())).isEmpty();
        assertThat(GATEWAY.handedTo(number)).hasSize(1);
    }

    @Test
    void whoHeardOfACutThatWasAnnouncedAgainInVainHearsThatItIsWithdrawnButOnlyOnce() {
        contact(ContactStanding.VERIFIED, 1, "en");
        cutDue(1);
        handed();
        cutDueUnheard(2);
        cutDueUnheard(3);
        SupplyDue withdrawn = due(DueAct.CUT_WITHDRAWN, 4, clock.instant(), null);
        awaitSteps(withdrawn.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);

        cutDueUnheard(5);
        SupplyDue again = due(DueAct.CUT_WITHDRAWN, 6, clock.instant(), null);
        awaitSteps(again.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
    }

    /** Its deadline is over when it is to be sent. */
    private void cutDueUnheard(long version) {
        SupplyDue missed =
                due(DueAct.CUT_DUE, version, clock.instant(), clock.instant().minusSeconds(1));
        awaitSteps(missed.getEventId(), MessageStep.PLANNED, MessageStep.EXPIRED);
    }

    @Test
    void aReminderOfABillIsNotToldAfterItsDueDate() {
        contact(ContactStanding.VERIFIED, 1, "en");
        BillNotice late = bill("B4", BillStage.DUE_SOON, clock.instant());

        awaitSteps(late.getEventId(), MessageStep.PLANNED, MessageStep.EXPIRED);
    }

    @Test
    void whatOfAPaymentWentToArrearsIsTold() {
        contact(ContactStanding.VERIFIED, 1, "en");
        topics.send(
                Topics.RECHARGE_CREDITED,
                RechargeCredited.newBuilder(recharge(clock.instant()))
                        .setEventId(UUID.randomUUID().toString())
                        .setArrearsPaise(250_00)
                        .build());

        assertThat(handed(2))
                .extracting(Gateway.Sms::text)
                .anyMatch(text -> text.contains("recharge of Rs 1,000.00") && !text.contains("arrears"))
                .anyMatch(text -> text.contains("recharge of Rs 1,000.00") && text.contains("Rs 250.00 to arrears"));
    }

    @Test
    void whoIsCutOffIsToldWhatBringsSupplyBackAndWhenItIsBack() {
        contact(ContactStanding.VERIFIED, 1, "en");
        switched(cut(1));
        assertThat(handed().text())
                .contains("ending " + connection.substring(12), "for lack of balance", "Pay at least Rs 617.25");

        switched(restored(2));
        assertThat(handed(2).getLast().text()).contains("was restored on", "If you have none");
    }

    @Test
    void whoMayPayAPartIsToldForHowLongAndThatTheRestFollows() {
        contact(ContactStanding.VERIFIED, 1, "en");
        SupplyDue due = SupplyDue.newBuilder(cutDue(1))
                .setEventId(UUID.randomUUID().toString())
                .setVersion(2)
                .setPartPayment(true)
                .setDaysBought(3)
                .build();
        topics.send(Topics.SUPPLY_DUE, due);
        awaitSteps(due.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        switched(cut(3).setPartPayment(true).setDaysBought(3));

        await().untilAsserted(() -> assertThat(GATEWAY.handedTo(number))
                .extracting(Gateway.Sms::text)
                .anyMatch(text ->
                        text.contains("Pay at least Rs 617.25 now to avoid it for 3 day(s), and the rest within"))
                .anyMatch(text -> text.contains(": Rs 1,234.50 is due. Pay at least Rs 617.25 to have it restored for 3"
                        + " day(s), and the rest within them.")));
    }

    @Test
    void thatAndWhatIsOverdueIsToldInHindiToo() {
        contact(ContactStanding.VERIFIED, 1, "hi");
        switched(cut(1));
        assertThat(handed().text())
                .contains("शेष राशि न होने के कारण", "बजे काट दी गई है", "कम से कम ₹617.25 जमा करें");

        due(DueAct.RESTORE_OVERDUE, 2, clock.instant(), clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(handed(2).getLast().text()).contains("तक बहाल होनी थी", "1912");

        switched(restored(3));
        assertThat(handed(3).getLast().text()).contains("बजे बहाल कर दी गई है");

        bill("B6", BillStage.OVERDUE, clock.instant());
        assertThat(handed(4).getLast().text()).contains("₹987.65", "का भुगतान 15 नवंबर", "तक करना था");
    }

    @Test
    void whatIsNotForAPaymentToRestoreIsNoCutForDues() {
        contact(ContactStanding.VERIFIED, 1, "en");
        switched(
                cut(1).setCause(SwitchCause.MAINTENANCE).setPaymentNeeded(false).setAmountNeededPaise(0));
        switched(restored(2).setCause(SwitchCause.OTHER));
        switched(cut(3).setPaymentNeeded(false).setAmountNeededPaise(0));
        SupplySwitched last = switched(cut(4).setAmountNeededPaise(0));

        awaitSteps(last.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(handed().text()).contains("for unpaid dues", "pay them or call 1912");
    }

    @Test
    void whatIsDueAndWhatWasDoneOvertakeEachOtherWhicheverIsReadFirst() {
        contact(ContactStanding.CLAIMED, 1, "hi");
        Instant at = clock.instant();
        SupplyDue due = cutDue(1);
        SupplySwitched off = switched(cut(2).setOccurredAt(at));
        SupplySwitched on = switched(restored(4).setOccurredAt(at));
        SupplyDue restore = due(DueAct.RESTORE_DUE, 3, at, at.plus(Duration.ofMinutes(15)));
        List<String> events = List.of(due.getEventId(), off.getEventId(), on.getEventId(), restore.getEventId());
        events.forEach(this::unreachable);

        contact(ContactStanding.VERIFIED, 2, "hi");

        for (String overtaken : List.of(due.getEventId(), off.getEventId(), restore.getEventId())) {
            awaitSteps(overtaken, MessageStep.PLANNED, MessageStep.SUPPRESSED);
        }
        assertThat(handed().text()).contains("बहाल कर दी गई है");
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
                .anyMatch(text ->
                        text.contains("up to 31 Oct 2026 is Rs 987.65") && text.contains("due date 15 Nov 2026"));
    }

    @Test
    void nobodyIsAskedToPayABillOfWhichNothingIsLeft() {
        contact(ContactStanding.VERIFIED, 1, "en");
        send(notice("B7", BillStage.ISSUED, clock.instant()).setOutstandingPaise(0));
        assertThat(handed().text())
                .contains("up to 31 Oct 2026 is Rs 987.65. No payment is due")
                .doesNotContain("Please pay");

        send(notice("B8", BillStage.ISSUED, clock.instant()).setOutstandingPaise(587_65));
        assertThat(handed(2).getLast().text()).contains("is Rs 987.65. Please pay Rs 587.65 (due date 15 Nov 2026)");
    }

    @Test
    void theHigherVersionIsTheLastWhateverTheClocksSay() {
        contact(ContactStanding.CLAIMED, 1, "en");
        Instant at = clock.instant().minusSeconds(60);
        SupplyDue cut = due(DueAct.CUT_DUE, 1, at, clock.instant().plus(Duration.ofHours(4)));
        SupplyDue restore =
                due(DueAct.RESTORE_DUE, 2, at.minusSeconds(1), clock.instant().plus(Duration.ofMinutes(15)));
        BillNotice issued = bill("B3", BillStage.ISSUED, at, 1);
        BillNotice paid = bill("B3", BillStage.PAID, at, 2);
        for (String event : List.of(cut.getEventId(), restore.getEventId(), issued.getEventId(), paid.getEventId())) {
            unreachable(event);
        }

        contact(ContactStanding.VERIFIED, 2, "en");

        awaitSteps(cut.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        awaitSteps(issued.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed(2))
                .extracting(Gateway.Sms::text)
                .anyMatch(text -> text.contains("will be restored by"))
                .anyMatch(text -> text.contains("bill of Rs 987.65") && text.contains("is paid"));
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private SupplySwitched switched(SupplySwitched.Builder said) {
        SupplySwitched switched = said.build();
        topics.send(Topics.SUPPLY_SWITCHED, switched);
        return switched;
    }

    private SupplySwitched.Builder cut(long version) {
        return SupplySwitched.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(clock.instant())
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setVersion(version)
                .setState(SupplyState.OFF)
                .setSwitchedAt(clock.instant().minusSeconds(30))
                .setCause(SwitchCause.DUES)
                .setOrdered(true)
                .setPaymentNeeded(true)
                .setDuesPaise(1_234_50)
                .setAmountNeededPaise(617_25);
    }

    private SupplySwitched.Builder restored(long version) {
        return cut(version)
                .setState(SupplyState.ON)
                .setPaymentNeeded(false)
                .setDuesPaise(0)
                .setAmountNeededPaise(0);
    }

    private SupplyDue cutDue(long version) {
        return due(DueAct.CUT_DUE, version, clock.instant(), clock.instant().plus(Duration.ofHours(4)));
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
        return send(notice(number, stage, at).setVersion(version));
    }

    private BillNotice.Builder notice(String number, BillStage stage, Instant at) {
        return BillNotice.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setBillNumber(number)
                .setRevision(0)
                .setStage(stage)
                .setAmountPaise(987_65)
                .setOutstandingPaise(stage == BillStage.PAID ? 0 : 987_65)
                .setDueDate(LocalDate.of(2026, 11, 15))
                .setDaysOverdue(-5)
                .setPeriodFrom(LocalDate.of(2026, 10, 1))
                .setPeriodTo(LocalDate.of(2026, 10, 31))
                .setEnergyWh(150_000);
    }

    private BillNotice send(BillNotice.Builder said) {
        BillNotice notice = said.build();
        topics.send(Topics.BILL_NOTICES, notice);
        return notice;
    }
}
