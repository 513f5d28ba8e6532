package in.sampark.meter.supply.domain;

import static in.sampark.meter.supply.domain.Report.What.CUT_OFF;
import static in.sampark.meter.supply.domain.Report.What.LAST_GASP;
import static in.sampark.meter.supply.domain.Report.What.OFF_UNEXPLAINED;
import static in.sampark.meter.supply.domain.Report.What.SWITCHED_OFF;
import static in.sampark.meter.supply.domain.Report.What.SWITCHED_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 16 to 20 November 2026 are a Monday to a Friday without a holiday. */
class DecideSupplyTest {

    @ParameterizedTest(name = "{0} {1} {2} W, empty on {3}: {4}")
    @CsvSource(textBlock = """
            DVVNL,  LMV-1-URBAN, 2000, 2026-09-15T12:00, CREDIT 2026-10-15T12:00
            DVVNL,  LMV-1-URBAN, 2001, 2026-09-15T12:00, CREDIT 2026-09-18T12:00
            PVVNL,  LMV-1-RURAL, 1000, 2026-09-15T12:00, CREDIT 2026-10-15T12:00
            KESCo,  LMV-2,       1000, 2026-09-15T12:00, CREDIT 2026-09-18T12:00
            SBPDCL, DS-I,        1000, 2026-09-15T12:00, CREDIT 2026-09-18T12:00
            UPCL,   RTS-1,       1000, 2026-09-15T12:00, CREDIT 2026-09-17T12:00
            DVVNL,  LMV-1-URBAN, 3000, 2024-02-27T12:00, CREDIT 2024-03-01T12:00
            DVVNL,  LMV-1-URBAN, 3000, 2026-02-26T12:00, CREDIT 2026-03-01T12:00
            OTHER,  LMV-1-URBAN, 1000, 2026-09-15T12:00, NO_RULES
            """)
    void supplyGoesOnForAWhileAfterNothingIsLeft(
            String discom, String category, long loadW, String empty, String expected) {
        Consumer consumer = Consumer.of(discom, category, loadW).falls(empty, -1);

        assertThat(consumer.waitsFor(empty)).isEqualTo(expected);
        assertThat(consumer.said()).isEmpty();
    }

    @Test
    void whoWasToldIsCutOffWhenTheCreditIsOver() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .hears("2026-11-16T10:05")
                .looks("2026-11-19T09:59:59");
        assertThat(consumer.said()).isEmpty();

        consumer.looks("2026-11-19T10:00");
        assertThat(consumer.said()).containsExactly("2026-11-19T10:00 CUT UNPAID until 2026-11-19T18:00");
        assertThat(consumer.waitsFor("2026-11-19T10:00")).isEqualTo("CUT_ANNOUNCED 2026-11-20T08:00");
    }

    @Test
    void whoWasNotToldIsNotCutOffHoweverLongItTakes() {
        Consumer consumer =
                Consumer.inUttarPradesh().falls("2026-11-02T10:00", -100).looks("2026-11-19T10:00");
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-19T10:00")).isEqualTo("NOTICE");
    }

    @Test
    void aVisitProvesItTooAndGivesADay() {
        Consumer consumer =
                Consumer.inUttarPradesh().falls("2026-11-02T10:00", -100).isVisited("2026-11-18T11:00");
        assertThat(consumer.waitsFor("2026-11-18T11:00")).isEqualTo("NOTICE 2026-11-19T11:00");

        assertThat(consumer.looks("2026-11-19T11:00").said())
                .containsExactly("2026-11-19T11:00 CUT UNPAID until 2026-11-19T18:00");
    }

    @Test
    void whatWasSaidBeforeTheDebtProvesNothing() {
        Consumer consumer = Consumer.inUttarPradesh()
                .hears("2026-11-02T09:00")
                .falls("2026-11-02T10:00", -100)
                .hears("2026-11-02T09:59")
                .looks("2026-11-19T10:00");

        assertThat(consumer.said()).isEmpty();
    }

    @ParameterizedTest(name = "due {0}: cut from {1}")
    @CsvSource(textBlock = """
            2026-11-18T20:00, 2026-11-19T08:00, in the evening
            2026-11-21T18:30, 2026-11-23T08:00, on a Saturday evening
            2026-11-12T12:00, 2026-11-12T12:00, on a Thursday noon
            2026-11-14T12:00, 2026-11-16T08:00, on a second Saturday
            2026-11-24T12:00, 2026-11-25T08:00, on a holiday
            2026-12-31T18:00, 2027-01-01T00:00, before a year without a calendar
            """)
    void aCutWaitsForTheNextOpening(String due, String looksAgain, String when) {
        Consumer consumer = Consumer.inUttarPradesh();
        String empty = LocalDateTime.parse(due).minusDays(3).toString();
        consumer.falls(empty, -100).hears(empty).looks(due);

        if (due.equals(looksAgain)) {
            assertThat(consumer.said()).as(when).hasSize(1);
        } else {
            assertThat(consumer.said()).as(when).isEmpty();
            assertThat(consumer.waitsFor(due)).as(when).isEqualTo("NO_CUT_HOURS " + looksAgain);
        }
    }

    @Test
    void anOrderThatWasNotCarriedOutIsGivenAgainInTheNextOpening() {
        Consumer consumer = cutDue().looks("2026-11-19T13:00").looks("2026-11-19T19:00");
        assertThat(consumer.said()).isEmpty();

        assertThat(consumer.looks("2026-11-20T08:00").said())
                .containsExactly("2026-11-20T08:00 CUT UNPAID until 2026-11-20T18:00");
    }

    @Test
    void afterALongPauseOneOrderIsGiven() {
        Consumer consumer = cutDue().looks("2026-12-10T09:00");

        assertThat(consumer.said()).containsExactly("2026-12-10T09:00 CUT UNPAID until 2026-12-10T18:00");
    }

    @Test
    void whoPaysBeforeTheCutIsLeftAlone() {
        assertThat(cutDue().pays("2026-11-19T11:00", 100).said()).containsExactly("2026-11-19T11:00 WITHDRAWN PAID");
        assertThat(cutDue().pays("2026-11-19T20:00", 100).said())
                .as("the order is void already")
                .isEmpty();
    }

    @Test
    void anOrderIsWithdrawnWhenTheRulesAllowMoreTimeForAnotherLoad() {
        Consumer consumer = cutDue().isOfLoad("2026-11-19T11:00", 2_000);

        assertThat(consumer.said()).containsExactly("2026-11-19T11:00 WITHDRAWN CREDIT");
        assertThat(consumer.waitsFor("2026-11-19T11:00")).isEqualTo("CREDIT 2026-12-16T10:00");
    }

    @Test
    void whoPaysPartOfItBeforeTheCutHasGraceOnce() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 49);
        assertThat(consumer.said()).as("49 of 100").isEmpty();
        assertThat(consumer.ways()).isEqualTo("1 3d, 26 7d, 51 0d");

        consumer.pays("2026-11-19T12:00", 1);
        assertThat(consumer.said())
                .containsExactly("2026-11-19T12:00 WITHDRAWN PART_PAID grace until 2026-11-22T12:00");
        assertThat(consumer.ways()).as("the rest").isEqualTo("50 0d");

        consumer.pays("2026-11-20T12:00", 40).looks("2026-11-22T12:00");
        assertThat(consumer.said()).as("a Sunday, and no second grace").isEmpty();
        assertThat(consumer.looks("2026-11-23T08:00").said())
                .containsExactly("2026-11-23T08:00 CUT GRACE_OVER until 2026-11-23T18:00");
    }

    @Test
    void graceIsThereAgainInTheNextDebt() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 50)
                .pays("2026-11-19T12:00", 51)
                .falls("2026-11-26T10:00", -100)
                .hears("2026-11-26T10:00")
                .looks("2026-11-30T09:00");
        consumer.said();

        assertThat(consumer.pays("2026-11-30T10:00", 75).said())
                .containsExactly("2026-11-30T10:00 WITHDRAWN PART_PAID grace until 2026-12-07T10:00");
    }

    @Test
    void whatWasPaidBeforeACutWasDueBuysNoGrace() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .hears("2026-11-16T10:05")
                .pays("2026-11-17T10:00", 60);
        assertThat(consumer.ways()).isEqualTo("40 0d");

        consumer.looks("2026-11-19T10:00");
        assertThat(consumer.said()).containsExactly("2026-11-19T10:00 CUT UNPAID until 2026-11-19T18:00");
    }

    @Test
    void whoPaysIsSwitchedOnAtAnyTime() {
        Consumer consumer = cutOff().pays("2026-11-22T23:00", 100);

        assertThat(consumer.said()).containsExactly("2026-11-22T23:00 RESTORE PAID by 2026-11-22T23:15");
        assertThat(consumer.waitsFor("2026-11-22T23:00")).isEqualTo("RESTORE_ANNOUNCED 2026-11-22T23:15");
        assertThat(consumer.ways()).isEmpty();
    }

    @Test
    void whoPaysHalfIsSwitchedOnForThreeDays() {
        assertThat(cutOff().pays("2026-11-20T09:00", 50).said())
                .containsExactly("2026-11-20T09:00 RESTORE PART_PAID by 2026-11-20T09:15 grace until 2026-11-23T09:00");
        assertThat(cutOff().pays("2026-11-20T09:00", 75).said())
                .containsExactly("2026-11-20T09:00 RESTORE PART_PAID by 2026-11-20T09:15 grace until 2026-11-27T09:00");
    }

    @Test
    void whoPaysTooLittleStaysOffAndIsToldWhatHelps() {
        Consumer consumer = cutOff();
        assertThat(consumer.ways()).isEqualTo("50 3d, 75 7d, 100 0d");
        consumer.pays("2026-11-20T09:00", 20);

        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-20T09:00")).isEqualTo("PAYMENT");
        assertThat(consumer.ways()).isEqualTo("30 3d, 55 7d, 80 0d");
    }

    @Test
    void aPaymentThatIsTakenBackDoesNotCount() {
        Consumer consumer = cutOff().pays("2026-11-20T09:00", 40).pays("2026-11-20T10:00", -40);
        assertThat(consumer.ways()).isEqualTo("50 3d, 75 7d, 100 0d");

        consumer.pays("2026-11-20T11:00", 20);
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.pays("2026-11-20T12:00", 30).said()).hasSize(1);
    }

    @Test
    void inBiharSomethingHasToBeLeft() {
        Consumer consumer = Consumer.inBihar()
                .falls("2026-11-16T10:00", -100)
                .hears("2026-11-16T10:05")
                .looks("2026-11-19T11:00")
                .reported("2026-11-19T11:05", CUT_OFF);
        assertThat(consumer.ways()).isEqualTo("101 0d");
        consumer.said();

        consumer.pays("2026-11-19T12:00", 100);
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.ways()).isEqualTo("1 0d");
        assertThat(consumer.pays("2026-11-19T12:01", 1).said())
                .containsExactly("2026-11-19T12:01 RESTORE PAID by 2026-11-19T12:16");
    }

    @Test
    void whoClearsTheirDuesToThePaisaBeginsANewDebt() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 100).falls("2026-11-20T00:00", -5);
        consumer.said();

        assertThat(consumer.waitsFor("2026-11-20T00:00")).isEqualTo("CREDIT 2026-11-22T11:00");
    }

    @Test
    void whatIsNotSwitchedOnInTimeIsSaidOnce() {
        Consumer consumer = cutOff().pays("2026-11-20T09:00", 200).looks("2026-11-20T09:14:59");
        consumer.said();

        consumer.looks("2026-11-20T09:15").looks("2026-11-20T09:30").looks("2026-11-25T09:30");
        assertThat(consumer.said()).containsExactly("2026-11-20T09:15 OVERDUE since 2026-11-20T09:15");
        assertThat(consumer.waitsFor("2026-11-25T09:30")).isEqualTo("RESTORE_OVERDUE");

        consumer.reported("2026-11-25T10:00", SWITCHED_ON);
        assertThat(consumer.waitsFor("2026-11-25T10:00")).isEqualTo("NOTHING_OWED");
        assertThat(consumer.said()).isEmpty();
    }

    @Test
    void whatIsSwitchedOnInTimeIsNotOverdue() {
        Consumer consumer = cutOff().pays("2026-11-20T09:00", 200);
        consumer.said();
        consumer.reported("2026-11-20T09:10", SWITCHED_ON).looks("2026-11-20T10:00");

        assertThat(consumer.said()).isEmpty();
    }

    @Test
    void aCutThatCrossedWithAPaymentIsTakenBack() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 200);
        consumer.said();

        assertThat(consumer.reported("2026-11-19T11:01", CUT_OFF).said())
                .containsExactly("2026-11-19T11:01 RESTORE PAID by 2026-11-19T11:16");
    }

    @Test
    void aPartPaymentThatCrossedWithTheCutCounts() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 30).reported("2026-11-19T11:01", CUT_OFF);
        consumer.said();

        assertThat(consumer.pays("2026-11-19T12:00", 20).said())
                .containsExactly("2026-11-19T12:00 RESTORE PART_PAID by 2026-11-19T12:15 grace until 2026-11-22T12:00");
    }

    @Test
    void whatIsOffForAnotherReasonIsNotOurs() {
        Consumer faulty = Consumer.inUttarPradesh().reported("2026-11-19T10:00", SWITCHED_OFF);
        assertThat(faulty.pays("2026-11-19T11:00", 500).said()).isEmpty();
        assertThat(faulty.waitsFor("2026-11-19T11:00")).isEqualTo("OFF_OTHERWISE");

        Consumer dark = Consumer.inUttarPradesh().reported("2026-11-19T10:00", LAST_GASP);
        assertThat(dark.waitsFor("2026-11-19T10:00")).isEqualTo("NOTHING_OWED");
        assertThat(dark.supply().line().lastGasp()).isEqualTo(Consumer.time("2026-11-19T10:00"));
    }

    @Test
    void aLastGaspOfSomebodyCutOffDoesNotSwitchThemOn() {
        Consumer consumer = cutOff().reported("2026-11-19T20:00", LAST_GASP);

        assertThat(consumer.waitsFor("2026-11-19T20:00")).isEqualTo("PAYMENT");
    }

    @Test
    void reportsCountByWhenTheyHappened() {
        Consumer consumer = cutDue().reported("2026-11-19T12:05", SWITCHED_ON)
                .reportedLate("2026-11-19T12:00", CUT_OFF, "2026-11-19T12:10");

        assertThat(consumer.supply().line().state()).isEqualTo(Line.State.ON);
    }

    @Test
    void aReportAgainChangesNothing() {
        Consumer consumer = cutOff().pays("2026-11-20T09:00", 200);
        Supply before = consumer.supply();
        consumer.reportedLate("2026-11-19T10:30", CUT_OFF, "2026-11-20T09:01");

        assertThat(consumer.supply()).isEqualTo(before);
    }

    @Test
    void whoIsSwitchedOnWithoutHavingPaidIsToldAnewBeforeTheNextCut() {
        Consumer consumer = cutOff().reported("2026-11-20T09:00", SWITCHED_ON).looks("2026-11-20T12:00");
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-20T12:00")).isEqualTo("NOTICE");

        consumer.isVisited("2026-11-23T10:00").looks("2026-11-25T10:00");
        assertThat(consumer.said()).containsExactly("2026-11-25T10:00 CUT UNPAID until 2026-11-25T18:00");
    }

    @Test
    void aReconnectionThatOvertookTheReportOfTheCutIsOneAllTheSame() {
        Consumer overtaken = cutDue().reportedLate("2026-11-19T11:00", SWITCHED_ON, "2026-11-19T12:00")
                .reportedLate("2026-11-19T10:30", CUT_OFF, "2026-11-19T12:01");
        Consumer inOrder = cutDue().reported("2026-11-19T10:30", CUT_OFF)
                .reportedLate("2026-11-19T11:00", SWITCHED_ON, "2026-11-19T12:00");

        assertThat(overtaken.supply())
                .as("but for the moves of the switch that were announced")
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(inOrder.supply());
        assertThat(overtaken.said())
                .isEqualTo(inOrder.said())
                .containsExactly("2026-11-19T12:00 WITHDRAWN RECONNECTED");
    }

    @Test
    void aReconnectionFromBeforeTheOrderLeavesTheOrder() {
        Consumer consumer = cutDue().reportedLate("2026-11-18T11:00", SWITCHED_ON, "2026-11-19T12:00");

        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-19T12:00")).isEqualTo("CUT_ANNOUNCED 2026-11-20T08:00");
    }

    @Test
    void whoDoesNotPayInAdvanceAnyMoreIsNotCutOff() {
        Consumer consumer = cutDue().turnsPostpaid("2026-11-19T12:00");
        assertThat(consumer.said()).containsExactly("2026-11-19T12:00 WITHDRAWN NOT_CHARGED");

        Consumer off = cutOff().turnsPostpaid("2026-11-19T12:00");
        assertThat(off.said()).isEmpty();
        assertThat(off.pays("2026-11-19T13:00", 100).said())
                .containsExactly("2026-11-19T13:00 RESTORE PAID by 2026-11-19T13:15");
    }

    @Test
    void aDebtBeginsAnewWhenTheyPayInAdvanceAgain() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-05-04T10:00", -100)
                .hears("2026-05-04T10:05")
                .turnsPostpaid("2026-05-05T00:00")
                .falls("2026-10-31T00:00", -100)
                .turnsPrepaid("2026-11-16T00:00")
                .looks("2026-11-18T12:00");
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-18T12:00")).isEqualTo("CREDIT 2026-11-19T00:00");

        consumer.looks("2026-11-19T12:00");
        assertThat(consumer.said()).as("nobody was told in this debt").isEmpty();
        assertThat(consumer.waitsFor("2026-11-19T12:00")).isEqualTo("NOTICE");
    }

    @Test
    void nothingIsKnownOfWhoNeverPaidInAdvance() {
        Consumer consumer = Consumer.inUttarPradesh().turnsPostpaid("2026-06-01T00:00");

        assertThat(consumer.falls("2026-06-02T00:00", 0).supply()).isEqualTo(Supply.unwatched("C"));
    }

    @Test
    void aProofFromBeforeTheyWereSwitchedOnByHandProvesNothingAgain() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .isVisited("2026-11-17T10:00")
                .looks("2026-11-19T10:00")
                .reported("2026-11-19T10:30", CUT_OFF)
                .reported("2026-11-20T09:00", SWITCHED_ON);
        consumer.said();

        consumer.visitKnown("2026-11-17T10:00", "2026-11-20T12:00");
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-20T12:00")).isEqualTo("NOTICE");
    }

    @Test
    void aProofThatOvertookTheReportOfTheReconnectionCounts() {
        Consumer consumer = cutOff().isVisited("2026-11-23T10:00")
                .reportedLate("2026-11-20T09:00", SWITCHED_ON, "2026-11-23T11:00")
                .visitKnown("2026-11-23T10:00", "2026-11-23T11:01");

        assertThat(consumer.looks("2026-11-25T08:00").said())
                .endsWith("2026-11-25T08:00 CUT UNPAID until 2026-11-25T18:00");
    }

    @Test
    void ofProofsAroundAReconnectionTheFirstAfterItCountsHoweverLateThatIsReported() {
        Consumer inOrder = cutOff().reported("2026-11-20T09:00", SWITCHED_ON)
                .isVisited("2026-11-20T09:06")
                .isVisited("2026-11-23T10:00");
        Consumer late = cutOff().isVisited("2026-11-20T09:06")
                .isVisited("2026-11-23T10:00")
                .reportedLate("2026-11-20T09:00", SWITCHED_ON, "2026-11-23T11:00");

        assertThat(late.supply().debt()).isEqualTo(inOrder.supply().debt());
        assertThat(late.waitsFor("2026-11-20T10:00")).isEqualTo("NOTICE 2026-11-21T09:06");
    }

    @Test
    void aMessageThatReachedThemAfterTheReconnectionProvesItWhicheverIsKnownFirst() {
        String told = "event 2026-11-16T10:00";
        Consumer inOrder = cutOff().reported("2026-11-20T09:00", SWITCHED_ON);
        assertThat(inOrder.supply().debt()).extracting(Debt::toldBy).isEqualTo(told);
        inOrder.hears("2026-11-20T09:06");
        Consumer late =
                cutOff().hears("2026-11-20T09:06").reportedLate("2026-11-20T09:00", SWITCHED_ON, "2026-11-20T10:00");

        assertThat(late.supply()).isEqualTo(inOrder.supply());
    }

    @Test
    void theEarliestProofCountsWhicheverIsKnownFirst() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-02T10:00", -100)
                .isVisited("2026-11-18T11:00")
                .visitKnown("2026-11-17T12:00", "2026-11-18T11:30");

        assertThat(consumer.waitsFor("2026-11-18T11:30")).isEqualTo("NOTICE 2026-11-18T12:00");
    }

    @Test
    void anOrderIsWithdrawnThoughTheLineIsOffForAnotherReasonMeanwhile() {
        Consumer consumer = cutDue().reported("2026-11-19T10:05", SWITCHED_OFF).pays("2026-11-19T11:00", 100);
        assertThat(consumer.said()).containsExactly("2026-11-19T11:00 WITHDRAWN PAID");
        assertThat(consumer.waitsFor("2026-11-19T11:00")).isEqualTo("OFF_OTHERWISE");

        assertThat(consumer.reported("2026-11-19T12:00", SWITCHED_ON).said()).isEmpty();
    }

    @Test
    void anOrderOutlastsAMaintenance() {
        Consumer consumer =
                cutDue().reported("2026-11-19T10:05", SWITCHED_OFF).reported("2026-11-19T12:00", SWITCHED_ON);

        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-19T12:00")).isEqualTo("CUT_ANNOUNCED 2026-11-20T08:00");
    }

    @Test
    void anOrderThatTheCompanyUndidIsWithdrawn() {
        assertThat(cutDue().reported("2026-11-19T10:05", SWITCHED_ON).said())
                .containsExactly("2026-11-19T10:05 WITHDRAWN RECONNECTED");
        assertThat(cutOff().reported("2026-11-19T11:00", SWITCHED_ON).said())
                .as("and carried out before")
                .containsExactly("2026-11-19T11:00 WITHDRAWN RECONNECTED");
    }

    @Test
    void anOrderEndsWithTheConnection() {
        assertThat(cutDue().ends("2026-11-19T11:00").said()).containsExactly("2026-11-19T11:00 WITHDRAWN NOT_CHARGED");
    }

    @Test
    void aCutThatCrossedWithAPartPaymentIsTakenBack() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 50);
        consumer.said();

        assertThat(consumer.reported("2026-11-19T11:01", CUT_OFF).said())
                .containsExactly("2026-11-19T11:01 RESTORE PART_PAID by 2026-11-19T11:16 grace until 2026-11-22T11:00");
    }

    @Test
    void aSecondReportOfTheSameCutLeavesTheOrderToRestore() {
        Consumer consumer = cutOff().pays("2026-11-19T11:00", 100)
                .reportedLate("2026-11-19T10:30:01", CUT_OFF, "2026-11-19T11:10")
                .looks("2026-11-19T11:15")
                .reportedLate("2026-11-19T10:30:02", CUT_OFF, "2026-11-19T11:20")
                .looks("2026-11-19T11:40");

        assertThat(consumer.said())
                .containsExactly(
                        "2026-11-19T11:00 RESTORE PAID by 2026-11-19T11:15",
                        "2026-11-19T11:15 OVERDUE since 2026-11-19T11:15");
    }

    @Test
    void aCutReportedAgainAndAgainDoesNotPutOffTheOrderToRestore() {
        Consumer consumer = cutOff().pays("2026-11-19T11:00", 100)
                .reported("2026-11-19T11:05", CUT_OFF)
                .reported("2026-11-19T11:14", CUT_OFF)
                .reported("2026-11-19T11:20", CUT_OFF)
                .reported("2026-11-19T11:30", OFF_UNEXPLAINED);

        assertThat(consumer.said())
                .containsExactly(
                        "2026-11-19T11:00 RESTORE PAID by 2026-11-19T11:15",
                        "2026-11-19T11:20 OVERDUE since 2026-11-19T11:15");
        assertThat(consumer.waitsFor("2026-11-19T11:30")).isEqualTo("RESTORE_OVERDUE");
    }

    @Test
    void whoIsCutOffAgainAfterSupplyWasBackIsRestoredAnew() {
        Consumer consumer = cutOff().pays("2026-11-19T11:00", 100)
                .reported("2026-11-19T11:04", SWITCHED_ON)
                .reported("2026-11-19T11:05", CUT_OFF);

        assertThat(consumer.said())
                .containsExactly(
                        "2026-11-19T11:00 RESTORE PAID by 2026-11-19T11:15",
                        "2026-11-19T11:05 RESTORE PAID by 2026-11-19T11:20");
    }

    @Test
    void whoIsCutOffIsRestoredThoughAFurtherReportTellsNoCause() {
        Consumer consumer = cutOff().reported("2026-11-19T10:40", OFF_UNEXPLAINED);
        assertThat(consumer.waitsFor("2026-11-19T10:40")).isEqualTo("PAYMENT");

        consumer.pays("2026-11-19T11:00", 100)
                .reported("2026-11-19T11:05", OFF_UNEXPLAINED)
                .looks("2026-11-19T11:15");
        assertThat(consumer.said())
                .containsExactly(
                        "2026-11-19T11:00 RESTORE PAID by 2026-11-19T11:15",
                        "2026-11-19T11:15 OVERDUE since 2026-11-19T11:15");
    }

    @Test
    void whatGoesOffWithoutACauseWhileACutIsOrderedIsThatCut() {
        Consumer consumer = cutDue().reported("2026-11-19T10:30", OFF_UNEXPLAINED);
        assertThat(consumer.waitsFor("2026-11-19T10:30")).isEqualTo("PAYMENT");

        assertThat(consumer.pays("2026-11-19T11:00", 100).said())
                .containsExactly("2026-11-19T11:00 RESTORE PAID by 2026-11-19T11:15");
    }

    @ParameterizedTest(name = "off at {0}, known at {1}")
    @CsvSource({"2026-11-19T09:59, 2026-11-19T10:30", "2026-11-19T18:00, 2026-11-19T18:10"})
    void whatGoesOffWithoutACauseWhileNoCutIsOrderedIsNotOurs(String off, String known) {
        Consumer consumer = cutDue().reportedLate(off, OFF_UNEXPLAINED, known);

        assertThat(consumer.supply().line().state()).isEqualTo(Line.State.OFF);
    }

    @ParameterizedTest(name = "off at {0}")
    @CsvSource({"2026-11-19T10:59", "2026-11-19T11:01"})
    void aCutWithoutACauseThatCrossedWithItsWithdrawalIsTakenBackAndWatched(String off) {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 100);
        consumer.said();

        consumer.reportedLate(off, OFF_UNEXPLAINED, "2026-11-19T11:02").looks("2026-11-19T11:17");
        assertThat(consumer.said())
                .containsExactly(
                        "2026-11-19T11:02 RESTORE PAID by 2026-11-19T11:17",
                        "2026-11-19T11:17 OVERDUE since 2026-11-19T11:17");
    }

    @Test
    void aCutWithoutACauseThatCrossedWithAPartPaymentIsTakenBack() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 50);
        consumer.said();

        assertThat(consumer.reported("2026-11-19T11:01", OFF_UNEXPLAINED).said())
                .containsExactly("2026-11-19T11:01 RESTORE PART_PAID by 2026-11-19T11:16 grace until 2026-11-22T11:00");
    }

    @Test
    void aCutWithoutACauseIsTakenBackThoughItIsReportedWhenItsOrderIsVoid() {
        Consumer consumer = cutDue().pays("2026-11-19T20:00", 200);

        assertThat(consumer.reportedLate("2026-11-19T17:59", OFF_UNEXPLAINED, "2026-11-19T20:01")
                        .said())
                .containsExactly("2026-11-19T20:01 RESTORE PAID by 2026-11-19T20:16");
    }

    @Test
    void whatGoesOffWithoutACauseAfterAWithdrawnOrderIsVoidIsNotOurs() {
        Consumer consumer = cutDue().pays("2026-11-19T11:00", 100).reported("2026-11-19T18:00", OFF_UNEXPLAINED);

        assertThat(consumer.supply().line().state()).isEqualTo(Line.State.OFF);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_OFF", "OFF_UNEXPLAINED"})
    void aCutThatCrossedWithTheEndOfPayingInAdvanceIsTakenBackWhateverIsOwed(Report.What what) {
        Consumer consumer = cutDue().turnsPostpaid("2026-11-19T11:00");
        consumer.said();

        assertThat(consumer.reported("2026-11-19T11:01", what).said())
                .containsExactly("2026-11-19T11:01 RESTORE NOT_CHARGED by 2026-11-19T11:16");
        assertThat(consumer.ways()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_OFF", "OFF_UNEXPLAINED"})
    void aCutThatCrossedWithItsWithdrawalIsTakenBackThoughNothingIsPaid(Report.What what) {
        Consumer moreTime = cutDue().isOfLoad("2026-11-19T11:00", 2_000);
        moreTime.said();
        assertThat(moreTime.reported("2026-11-19T11:01", what).said())
                .containsExactly("2026-11-19T11:01 RESTORE CREDIT by 2026-11-19T11:16");

        Consumer toldAnew = cutDue().reported("2026-11-19T11:00", SWITCHED_ON);
        toldAnew.said();
        assertThat(toldAnew.reported("2026-11-19T11:01", what).said())
                .containsExactly("2026-11-19T11:01 RESTORE RECONNECTED by 2026-11-19T11:16");
    }

    @Test
    void aCutThatCrossedWithItsWithdrawalStaysIfItIsDueByTheTimeItIsKnown() {
        Consumer consumer = cutDue().isOfLoad("2026-11-19T11:00", 2_000);
        consumer.said();

        consumer.reportedLate("2026-11-19T11:01", OFF_UNEXPLAINED, "2026-12-17T11:00");
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-12-17T11:00")).isEqualTo("PAYMENT");
    }

    @Test
    void aCutThatCrossedWithItsWithdrawalAndIsDueStaysAtNightToo() {
        Consumer moreTime = cutDue().isOfLoad("2026-11-19T11:00", 2_000);
        moreTime.said();
        moreTime.reportedLate("2026-11-19T11:01", OFF_UNEXPLAINED, "2026-12-17T11:00");
        moreTime.falls("2026-12-18T00:30", -200);
        assertThat(moreTime.said()).isEmpty();
        assertThat(moreTime.waitsFor("2026-12-18T00:30")).isEqualTo("PAYMENT");

        Consumer partPaid = cutDue().pays("2026-11-19T11:00", 50);
        partPaid.said();
        partPaid.reportedLate("2026-11-19T11:01", OFF_UNEXPLAINED, "2026-11-23T11:00");
        partPaid.falls("2026-11-24T00:30", -60);
        assertThat(partPaid.said()).isEmpty();
        assertThat(partPaid.waitsFor("2026-11-24T00:30")).isEqualTo("PAYMENT");
    }

    @Test
    void aNamedCauseOfWhatIsCutOffCountsAsBefore() {
        Consumer consumer = cutOff().reported("2026-11-19T10:40", SWITCHED_OFF).pays("2026-11-19T11:00", 100);

        assertThat(consumer.waitsFor("2026-11-19T11:00")).isEqualTo("OFF_OTHERWISE");
    }

    @ParameterizedTest(name = "{0} paise left on the account")
    @CsvSource({"100", "0", "-500"})
    void whoIsCutOffForUnpaidBillsIsNotRestoredByTheBalance(long availablePaise) {
        Consumer consumer = Consumer.inUttarPradesh()
                .turnsPostpaid("2026-11-01T00:00")
                .falls("2026-11-02T00:00", availablePaise)
                .reported("2026-11-19T10:00", CUT_OFF);
        assertThat(consumer.said()).isEmpty();
        assertThat(consumer.waitsFor("2026-11-19T10:00")).isEqualTo("NOT_CHARGED");

        consumer.falls("2026-11-19T11:00", availablePaise);
        assertThat(consumer.ways()).isEmpty();
        assertThat(consumer.pays("2026-11-19T12:00", 1_000).said()).isEmpty();
    }

    @Test
    void whoWasCutOffWhilePayingInAdvanceIsRestoredWhateverIsLeftAfterwards() {
        Consumer ordered = cutOff().turnsPostpaid("2026-11-19T12:00");
        assertThat(ordered.pays("2026-11-19T13:00", 500).said())
                .containsExactly("2026-11-19T13:00 RESTORE PAID by 2026-11-19T13:15");

        Consumer unordered = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .reported("2026-11-16T11:00", CUT_OFF)
                .turnsPostpaid("2026-11-16T12:00");
        assertThat(unordered.pays("2026-11-16T13:00", 500).said())
                .containsExactly("2026-11-16T13:00 RESTORE PAID by 2026-11-16T13:15");
    }

    @Test
    void everyAnnouncementHasAHigherVersion() {
        Consumer consumer = cutDue();
        assertThat(consumer.supply().version()).isEqualTo(1);
        consumer.pays("2026-11-19T11:00", 50).looks("2026-11-23T08:00");
        assertThat(consumer.supply().version()).isEqualTo(3);
    }

    private static Consumer cutDue() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .hears("2026-11-16T10:05")
                .looks("2026-11-19T10:00");
        consumer.said();
        return consumer;
    }

    private static Consumer cutOff() {
        Consumer consumer = cutDue().reported("2026-11-19T10:30", CUT_OFF);
        consumer.said();
        return consumer;
    }
}
