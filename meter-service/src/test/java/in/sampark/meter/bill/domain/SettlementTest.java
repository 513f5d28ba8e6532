package in.sampark.meter.bill.domain;

import static in.sampark.meter.bill.domain.Billing.DUE;
import static in.sampark.meter.bill.domain.Billing.ISSUED;
import static in.sampark.meter.bill.domain.Billing.bill;
import static in.sampark.meter.bill.domain.Billing.paid;
import static in.sampark.meter.bill.domain.Billing.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final LocalDate JULY = ISSUED.plusMonths(1);

    @Test
    void aPaymentThatNamesNoBillGoesToTheOldest() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .on(JULY)
                .take(bill("B2", JULY, 50_00, 0))
                .take(paid("P1", null, 120_00, JULY));

        assertThat(unpaid(billing, "B1")).isZero();
        assertThat(unpaid(billing, "B2")).isEqualTo(30_00);
        assertThat(billing.dues().overduePaise()).isZero();
    }

    @Test
    void aPaymentIsPutToTheBillItNamesAndItsRestToTheOldest() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .on(JULY)
                .take(bill("B2", JULY, 50_00, 0))
                .take(paid("P1", "B2", 70_00, JULY));

        assertThat(unpaid(billing, "B1")).isEqualTo(80_00);
        assertThat(unpaid(billing, "B2")).isZero();
        assertThat(billing.dues().overduePaise()).isEqualTo(80_00);
        assertThat(billing.dues().overdueSince()).isEqualTo(DUE);
    }

    @Test
    void arrearsOfALaterBillAreNotDemandedTwice() {
        Billing billing =
                new Billing().take(bill("B1", ISSUED, 100_00, 0)).on(JULY).take(bill("B2", JULY, 150_00, 100_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(150_00);
        assertThat(billing.settlement()
                        .outstandingPaise(billing.book().bills().get("B2").bill()))
                .isEqualTo(150_00);

        billing.take(paid("P1", "B2", 150_00, JULY));
        assertThat(billing.dues().outstandingPaise()).isZero();
        assertThat(billing.dues().creditPaise()).isZero();
    }

    @Test
    void arrearsFromBeforeTheFirstBillOnRecordAreDemandedByIt() {
        assertThat(new Billing().take(bill("B1", ISSUED, 900_00, 800_00)).dues().outstandingPaise())
                .isEqualTo(900_00);
    }

    /** June's bill was paid late; July's has the charge for that in its arrears. */
    @Test
    void arrearsThatNoBillOnRecordLeftAreOwed() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(DUE.plusDays(5))
                .take(paid("P1", "B1", 1000_00, DUE.plusDays(5)))
                .on(JULY)
                .take(bill("B2", JULY, 515_00, 15_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(515_00);
    }

    @Test
    void theyAreOwedThoughThePaymentCameJustBeforeTheBillOrIsTakenBackLater() {
        LocalDate eve = JULY.minusDays(1);
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(JULY)
                .take(paid("P1", "B1", 1000_00, eve))
                .take(bill("B2", JULY, 515_00, 15_00));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(515_00);

        billing.take(reversed("P1", "B1", 1000_00, eve));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(1515_00);
    }

    @Test
    void arrearsPaidAfterBillingReckonedThemAreNotDemandedAgain() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(JULY)
                .take(paid("P1", "B1", 600_00, JULY.minusDays(3)))
                .take(paid("P2", null, 400_00, JULY.minusDays(1)))
                .take(bill("B2", JULY, 1500_00, 1000_00));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(500_00);

        billing.take(bill("B2", 1, false, JULY, 900_00, 400_00));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(500_00);
    }

    /** As is what a theft was assessed at, by no bill on record. */
    @Test
    void arrearsOfAsMuchAsWasLongPaidAreOwed() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(ISSUED.plusDays(5))
                .take(paid("P1", "B1", 1000_00, ISSUED.plusDays(5)))
                .on(JULY)
                .take(bill("B2", JULY, 1500_00, 1000_00))
                .take(paid("P2", "B2", 500_00, JULY))
                .lookOn(JULY.plusDays(20));

        assertThat(billing.told()).doesNotContain("B2 PAID 0");
        assertThat(billing.dues().overduePaise()).isEqualTo(1000_00);
    }

    @Test
    void anAdvanceThatBouncesIsOwed() {
        LocalDate before = ISSUED.minusDays(1);
        Billing billing = new Billing()
                .take(paid("P1", null, 200_00, before))
                .take(bill("B1", ISSUED, 300_00, -200_00))
                .take(reversed("P1", null, 200_00, before));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(500_00);
    }

    @Test
    void anAdvanceThatBouncesIsOwedWhicheverOfPaymentAndReversalIsHeardOfFirst() {
        LocalDate before = ISSUED.minusDays(1);
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 300_00, -200_00))
                .on(DUE)
                .take(reversed("P1", null, 200_00, DUE))
                .take(paid("P1", "B0", 200_00, before));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(500_00);
        assertThat(billing.book().payments().get("P1")).isEqualTo(reversed("P1", "B0", 200_00, before, DUE));
    }

    @Test
    void anAdvanceThatBouncedAtATimeNotKeptIsOwed() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 300_00, -200_00))
                .take(reversed("P1", null, 200_00, ISSUED.minusDays(20), null));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(500_00);
    }

    /** Another company left it, say. */
    @Test
    void aPaymentThatBouncedLongAgoIsNoAdvanceThatABillDeducts() {
        LocalDate old = ISSUED.minusYears(1);
        KnownPayment bounced = reversed("P1", null, 400_00, old, old.plusDays(5));

        Billing credit = new Billing().take(bounced).take(bill("B1", ISSUED, -100_00, -500_00));
        assertThat(credit.dues().outstandingPaise()).isZero();
        assertThat(credit.dues().creditPaise()).isEqualTo(100_00);
        assertThat(new Billing()
                        .take(bounced)
                        .take(bill("B1", ISSUED, 200_00, -500_00))
                        .dues()
                        .outstandingPaise())
                .isEqualTo(200_00);
    }

    @Test
    void ofTwoPaymentsThatBounceTheOneThatDidBeforeBillingWasNotCounted() {
        LocalDate early = ISSUED.plusDays(3);
        LocalDate late = ISSUED.plusDays(12);
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(late)
                .take(reversed("P1", null, 400_00, early, early.plusDays(4)))
                .take(paid("P2", null, 300_00, late))
                .on(JULY)
                .take(bill("B2", JULY, 1200_00, 700_00))
                .on(JULY.plusDays(2))
                .take(reversed("P2", null, 300_00, late, JULY.plusDays(2)));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(1500_00);
    }

    @Test
    void norWasOneThatBouncedLongAgoAndWasPaidAgain() {
        LocalDate old = ISSUED.minusYears(1);
        LocalDate late = ISSUED.plusDays(12);
        Billing billing = new Billing()
                .take(bill("B0", old, 1000_00, 0))
                .take(reversed("P0", null, 700_00, old.plusDays(3), old.plusDays(6)))
                .take(paid("P1", null, 1000_00, old.plusDays(9)))
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(JULY.plusDays(2))
                .take(reversed("P2", null, 300_00, late, JULY.plusDays(2)))
                .take(bill("B2", JULY, 1200_00, 700_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(1500_00);
    }

    @Test
    void aReversalJustBeforeABillMayNotHaveComeToBillingYet() {
        LocalDate made = ISSUED.plusDays(5);
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(JULY)
                .take(reversed("P1", null, 400_00, made, JULY.minusDays(2)))
                .take(reversed("P2", null, 200_00, made, JULY.minusDays(3)))
                .take(bill("B2", JULY, 1100_00, 600_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(1500_00);
    }

    @Test
    void anyPaymentJustBeforeABillMayBeWhatBillingHadNotHeardOf() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 1000_00, 0))
                .on(JULY)
                .take(paid("P1", null, 300_00, JULY.minusDays(3)))
                .take(paid("P2", null, 200_00, JULY.minusDays(2)))
                .take(bill("B2", JULY, 1300_00, 800_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(1000_00);
    }

    @Test
    void ofManyPaymentsJustBeforeABillTheLatestMayNotHaveCounted() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 1000_00, 0)).on(JULY);
        IntStream.rangeClosed(1, 40)
                .forEach(number -> billing.take(paid(
                        "P" + number, null, number * 1_00, JULY.minusDays(6).plusDays(number / 10))));
        billing.take(bill("B2", JULY, 1455_00, 955_00));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(1500_00 - 820_00);
    }

    @Test
    void aReversalNeedNotRepeatTheBillItsPaymentNamed() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(paid("P1", "B1", 100_00, ISSUED))
                .take(reversed("P1", null, 100_00, ISSUED));

        assertThat(billing.dues().outstandingPaise()).isEqualTo(100_00);
    }

    @Test
    void aPaymentThatOvertakesItsBillPaysNoOther() {
        Billing billing =
                new Billing().take(bill("B1", ISSUED, 500_00, 0)).on(JULY).take(paid("P1", "B2", 600_00, JULY));
        assertThat(unpaid(billing, "B1")).isEqualTo(500_00);
        assertThat(billing.dues().creditPaise()).isZero();

        billing.take(bill("B2", JULY, 600_00, 0));
        assertThat(unpaid(billing, "B1")).isEqualTo(500_00);
        assertThat(unpaid(billing, "B2")).isZero();
        assertThat(billing.told()).containsExactly("B1 ISSUED 50000", "B1 OVERDUE 15 50000", "B2 ISSUED 0");
    }

    @Test
    void aPaymentWhoseBillNeverComesGoesToTheOldest() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 500_00, 0)).take(paid("P1", "B0", 600_00, ISSUED));
        assertThat(billing.dues().nextLook()).isEqualTo(ISSUED.plusDays(7));
        assertThat(billing.lookOn(ISSUED.plusDays(6)).dues().outstandingPaise()).isEqualTo(500_00);

        billing.lookOn(ISSUED.plusDays(7));
        assertThat(billing.dues().outstandingPaise()).isZero();
        assertThat(billing.dues().creditPaise()).isEqualTo(100_00);
        assertThat(billing.dues().nextLook()).isNull();
        assertThat(billing.told()).containsExactly("B1 ISSUED 50000", "B1 PAID 0");
    }

    @Test
    void whatIsPaidBeyondABillPaysTheNextThoughThatOneDeductsIt() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 100_00, 0)).take(paid("P1", "B1", 130_00, ISSUED));
        assertThat(billing.dues().creditPaise()).isEqualTo(30_00);

        billing.on(JULY).take(bill("B2", JULY, 20_00, -30_00));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(20_00);
        assertThat(billing.dues().creditPaise()).isZero();
    }

    @Test
    void aCreditPaysOtherBills() {
        Billing billing =
                new Billing().take(bill("B1", ISSUED, 100_00, 0)).on(JULY).take(bill("B2", JULY, -40_00, 0));

        assertThat(unpaid(billing, "B1")).isEqualTo(60_00);
        assertThat(billing.dues().outstandingPaise()).isEqualTo(60_00);
    }

    @Test
    void aPaymentTakenBackCountsNoMoreWhicheverBecameKnownFirst() {
        Billing inOrder = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(paid("P1", "B1", 100_00, ISSUED))
                .take(reversed("P1", "B1", 100_00, ISSUED));
        Billing outOfOrder = new Billing()
                .take(reversed("P1", "B1", 100_00, ISSUED))
                .take(paid("P1", "B1", 100_00, ISSUED))
                .take(bill("B1", ISSUED, 100_00, 0));

        assertThat(inOrder.dues().outstandingPaise()).isEqualTo(100_00);
        assertThat(outOfOrder.dues().outstandingPaise()).isEqualTo(100_00);
    }

    @Test
    void aRevisionReplacesWhatWasDemandedAndACancellationEndsIt() {
        Billing billing =
                new Billing().take(bill("B1", ISSUED, 100_00, 0)).take(bill("B1", 1, false, ISSUED, 60_00, 0));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(60_00);

        billing.take(bill("B1", 0, false, ISSUED, 100_00, 0));
        assertThat(billing.dues().outstandingPaise()).isEqualTo(60_00);

        billing.take(paid("P1", "B1", 10_00, ISSUED)).take(bill("B1", 1, true, ISSUED, 60_00, 0));
        assertThat(billing.dues().outstandingPaise()).isZero();
        assertThat(billing.dues().creditPaise()).isEqualTo(10_00);
    }

    private static long unpaid(Billing billing, String number) {
        return billing.settlement()
                .unpaidPaise(billing.book().bills().get(number).bill());
    }
}
