package in.sampark.meter.bill.domain;

import static in.sampark.meter.bill.domain.Billing.DUE;
import static in.sampark.meter.bill.domain.Billing.ISSUED;
import static in.sampark.meter.bill.domain.Billing.bill;
import static in.sampark.meter.bill.domain.Billing.paid;
import static in.sampark.meter.bill.domain.Billing.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.bill.domain.BillBook.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TellOfBillTest {

    @Test
    void everyRungIsToldOnceOnItsDay() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 100_00, 0));
        ISSUED.datesUntil(DUE.plusDays(60)).forEach(day -> billing.lookOn(day).lookOn(day));

        assertThat(billing.told())
                .containsExactly(
                        "B1 ISSUED 10000",
                        "B1 DUE_SOON -3 10000",
                        "B1 DUE_SOON 0 10000",
                        "B1 OVERDUE 7 10000",
                        "B1 OVERDUE 15 10000",
                        "B1 OVERDUE 30 10000");
        assertThat(billing.dues().nextLook()).isNull();
    }

    @Test
    void theNextLookIsOnTheNextRungOrTheDayAfterTheDueDate() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 100_00, 0));
        assertThat(billing.dues().nextLook()).isEqualTo(DUE.minusDays(3));
        assertThat(billing.lookOn(DUE).dues().nextLook()).isEqualTo(DUE.plusDays(1));
        assertThat(billing.lookOn(DUE.plusDays(1)).dues().nextLook()).isEqualTo(DUE.plusDays(7));
        assertThat(billing.dues().overduePaise()).isEqualTo(100_00);
    }

    @Test
    void ofSeveralRungsMissedTheLatestIsTold() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 100_00, 0)).lookOn(DUE.plusDays(20));

        assertThat(billing.told()).containsExactly("B1 ISSUED 10000", "B1 OVERDUE 15 10000");
        assertThat(billing.dues().nextLook()).isEqualTo(DUE.plusDays(30));
    }

    @Test
    void aReminderThatWasMissedIsNotToldAfterTheDueDate() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .lookOn(DUE.plusDays(1))
                .lookOn(DUE.plusDays(7));

        assertThat(billing.told()).containsExactly("B1 ISSUED 10000", "B1 OVERDUE 7 10000");
    }

    @Test
    void nothingIsRemindedOfOncePaid() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(paid("P1", "B1", 40_00, ISSUED))
                .lookOn(DUE)
                .take(paid("P2", null, 60_00, DUE))
                .lookOn(DUE.plusDays(40));

        assertThat(billing.told()).containsExactly("B1 ISSUED 10000", "B1 DUE_SOON 0 6000", "B1 PAID 0");
        assertThat(billing.dues().nextLook()).isNull();
    }

    @Test
    void aPaymentTakenBackReopensTheBillAndTheLadderGoesOn() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(paid("P1", "B1", 100_00, ISSUED))
                .on(DUE.plusDays(8))
                .take(reversed("P1", "B1", 100_00, ISSUED))
                .lookOn(DUE.plusDays(9))
                .lookOn(DUE.plusDays(15));

        assertThat(billing.told())
                .containsExactly("B1 ISSUED 10000", "B1 PAID 0", "B1 REOPENED 10000", "B1 OVERDUE 15 10000");
    }

    @Test
    void aBillPaidBeforeItIsKnownIsToldOfWithNothingLeft() {
        Billing billing = new Billing()
                .take(paid("P1", "B1", 100_00, ISSUED))
                .take(bill("B1", ISSUED, 100_00, 0))
                .lookOn(DUE.plusDays(40));

        assertThat(billing.told()).containsExactly("B1 ISSUED 0");
    }

    @Test
    void aLaterBillThatCarriesWhatIsLeftIsSpokenOfInsteadUntilItIsCancelled() {
        LocalDate july = ISSUED.plusMonths(1);
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .on(july)
                .take(bill("B2", july, 150_00, 100_00))
                .lookOn(july.plusDays(11))
                .take(bill("B2", 0, true, july, 150_00, 100_00))
                .lookOn(DUE.plusDays(30));

        assertThat(billing.told())
                .containsExactly(
                        "B1 ISSUED 10000",
                        "B2 ISSUED 15000",
                        "B2 DUE_SOON -3 15000",
                        "B1 OVERDUE 15 10000",
                        "B2 CANCELLED 0",
                        "B1 OVERDUE 30 10000");
    }

    @Test
    void aRevisionBeginsTheLadderAnewWithItsDueDate() {
        Billing billing = new Billing()
                .take(bill("B1", ISSUED, 100_00, 0))
                .lookOn(DUE)
                .take(bill("B1", 1, false, DUE, 80_00, 0))
                .lookOn(DUE.plusDays(14));

        assertThat(billing.told())
                .containsExactly("B1 ISSUED 10000", "B1 DUE_SOON 0 10000", "B1 ISSUED 8000", "B1 DUE_SOON 0 8000");
    }

    @Test
    void anOldBillThatBecomesKnownIsTakenInSilenceAndItsNextRungIsTold() {
        Billing billing = new Billing()
                .on(ISSUED.plusDays(8))
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(bill("B0", ISSUED.minusDays(60), 50_00, 0))
                .lookOn(DUE);

        assertThat(billing.told()).containsExactly("B1 DUE_SOON 0 10000");
    }

    @Test
    void billsOfFormerYearsAndTheirPaymentsAreTakenInSilence() {
        LocalDate old = ISSUED.minusYears(2);
        Billing billing = new Billing()
                .take(bill("B1", old, 100_00, 0))
                .take(bill("B2", old.plusMonths(1), 100_00, 0))
                .take(paid("P1", "B1", 100_00, old.plusDays(3)))
                .take(paid("P2", "B2", 100_00, old.plusDays(33)))
                .take(reversed("P2", "B2", 100_00, old.plusDays(33)));

        assertThat(billing.told()).isEmpty();
    }

    @Test
    void aBillTakenInSilenceIsToldOfOnceItIsPaid() {
        Billing billing = new Billing()
                .on(ISSUED.plusDays(8))
                .take(bill("B1", ISSUED, 100_00, 0))
                .take(paid("P1", "B1", 100_00, ISSUED.plusDays(1)))
                .take(reversed("P1", "B1", 100_00, ISSUED.plusDays(1)));

        assertThat(billing.told()).containsExactly("B1 PAID 0", "B1 REOPENED 10000");
    }

    @Test
    void aBillThatOnlyAnotherReckoningReopensIsReopenedInSilenceAndTheLadderGoesOn() {
        Billing billing = new Billing().take(bill("B1", ISSUED, 100_00, 0));
        Entry known = Objects.requireNonNull(billing.book().bills().get("B1"));
        Told settled = Objects.requireNonNull(known.told()).withSettled(true);
        billing.holding(billing.book().withBills(Map.of("B1", new Entry(known.bill(), settled))))
                .lookOn(DUE.plusDays(7))
                .lookOn(DUE.plusDays(15));

        assertThat(billing.told()).containsExactly("B1 ISSUED 10000", "B1 OVERDUE 15 10000");
    }

    @Test
    void ofFormerYearsPaidInOneBatchOnlyTheBillThatWasPaidRecentlyIsTold() {
        Billing billing = new Billing();
        List<KnownPayment> payments = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            LocalDate issued = ISSUED.minusMonths(month).minusDays(8);
            billing.take(bill("B" + month, issued, 100_00, 0));
            payments.add(paid("P" + month, "B" + month, 100_00, month == 0 ? ISSUED : issued.plusDays(3)));
        }

        assertThat(billing.take(payments).told()).containsExactly("B0 PAID 0");
    }

    @Test
    void aBillPaidInSilenceIsToldOfOnceThatPaymentBounces() {
        LocalDate old = ISSUED.minusMonths(3);
        Billing billing = new Billing()
                .take(bill("B1", old, 100_00, 0))
                .take(bill("B2", old.plusMonths(1), 50_00, 0))
                .take(paid("P1", "B1", 100_00, old.plusDays(9)))
                .take(paid("P2", "B2", 50_00, old.plusDays(40)));
        assertThat(billing.told()).isEmpty();

        billing.take(List.of(
                reversed("P1", "B1", 100_00, old.plusDays(9), ISSUED.minusDays(1)),
                reversed("P2", "B2", 50_00, old.plusDays(40), old.plusDays(44))));
        assertThat(billing.told()).containsExactly("B1 REOPENED 10000");
    }
}
