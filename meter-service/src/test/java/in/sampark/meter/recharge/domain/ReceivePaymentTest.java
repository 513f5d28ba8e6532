package in.sampark.meter.recharge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Fact;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.recharge.domain.Arrears.Band;
import in.sampark.meter.recharge.domain.Receipt.Booked;
import in.sampark.meter.recharge.domain.Receipt.Duplicate;
import in.sampark.meter.recharge.domain.Receipt.Kept;
import in.sampark.meter.recharge.domain.Receipt.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceivePaymentTest {

    private static final Instant NOW = Instant.parse("2026-06-10T06:30:00Z");

    private final ReceivePayment receive = new ReceivePayment(
            Books.SHIPPED,
            new Arrears(
                    List.of(new Band(200_000, 10), new Band(500_000, 15), new Band(Arrears.ABOVE_ALL, 25)), Map.of()),
            Duration.ofMinutes(5),
            1_000_000_000);
    private final Account account =
            Books.meter(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)).account();

    @Test
    void paymentIsCreditedHoweverLateItArrives() {
        assertThat(receive(payment(100_000, NOW.minus(Duration.ofDays(90))), null))
                .isInstanceOfSatisfying(Booked.class, credited -> {
                    assertThat(credited.change().account().posted().paise()).isEqualTo(100_000);
                    assertThat(credited.change().facts()).hasSize(1);
                });
    }

    @Test
    void theSameTransactionIsCreditedOnce() {
        Payment payment = payment(100_000, NOW);

        assertThat(receive(payment, credited(payment))).isInstanceOf(Duplicate.class);
        assertThat(receive(payment(50_000, NOW), credited(payment)))
                .isEqualTo(new Refused("gatewayTransactionId: T1 of 50000 paise for DVVNL:7010000001"
                        + " (expected: as credited before, 100000 paise for DVVNL:7010000001)"));
    }

    @Test
    void amountMustBeAboveZero() {
        assertThat(receive(payment(0, NOW), null)).isEqualTo(new Refused("amountPaise: 0 (expected: > 0)"));
    }

    @Test
    void amountAboveTheMostIsRefused() {
        assertThat(receive(payment(100_000_000_000_000_000L, NOW), null))
                .isEqualTo(new Refused("amountPaise: 100000000000000000 (expected: <= 1000000000)"));
        assertThat(receive(payment(1_000_000_001, NOW), null)).isInstanceOf(Refused.class);
        assertThat(receive(payment(1_000_000_000, NOW), null)).isInstanceOf(Booked.class);
    }

    @Test
    void paymentOfTomorrowIsRefused() {
        assertThat(receive(payment(1, NOW.plusSeconds(301)), null))
                .isEqualTo(new Refused("paidAt: 2026-06-10T06:35:01Z (expected: at most 2026-06-10T06:35:00Z)"));
    }

    @Test
    void unknownConnectionAndForeignCompanyAreRefused() {
        Payment payment = payment(1, NOW);

        assertThat(receive.receive(payment, null, null, null, 0, null, NOW))
                .isEqualTo(new Refused("connectionId: DVVNL:7010000001 (expected: a known connection)"));
        Payment foreign = new Payment(new Payment.Id("PVVNL", "T1"), payment.connectionId(), 1, NOW);
        assertThat(receive(foreign, null)).isEqualTo(new Refused("discom: PVVNL (expected: DVVNL)"));
    }

    @Test
    void partOfARechargeGoesToArrearsByTheirSizeAndNeverMoreThanTheyAre() {
        assertThat(toArrears(100_000, 0)).isZero();
        assertThat(toArrears(100_000, 200_000)).isEqualTo(10_000);
        assertThat(toArrears(100_000, 200_001)).isEqualTo(15_000);
        assertThat(toArrears(100_000, 500_001)).isEqualTo(25_000);
        assertThat(toArrears(100_000, 7_000)).isEqualTo(7_000);
        assertThat(toArrears(19, 200_000)).isEqualTo(1);
    }

    @Test
    void aCompanyMayHaveBandsOfItsOwn() {
        Arrears arrears = new Arrears(List.of(new Band(1_000, 10)), Map.of("NBPDCL", List.of(new Band(1_000, 50))));

        assertThat(arrears.part("NBPDCL", 100, 1_000)).isEqualTo(50);
        assertThat(arrears.part("DVVNL", 100, 1_000)).isEqualTo(10);
        assertThat(arrears.part("DVVNL", 100, 1_001)).isZero();
    }

    @Test
    void aReversalTakesTheWholeBackAndThePaymentBeforeItIsTheLastAgain() {
        Payment payment = payment(100_000, NOW);
        Payment before =
                new Payment(new Payment.Id("DVVNL", "T0"), payment.connectionId(), 40_000, NOW.minusSeconds(9));
        Booked credited = (Booked) receive.receive(payment, account, null, null, 500_000, "event", NOW);
        Receipt reversed =
                receive.takeBack(payment, NOW, credited.change().account(), credited.known(), before, "event", NOW);

        assertThat(reversed).isInstanceOfSatisfying(Booked.class, booked -> {
            assertThat(booked.change().account().posted().paise()).isZero();
            assertThat(booked.change().account().lastRecharge())
                    .isEqualTo(new LastRecharge("T0", 40_000, NOW.minusSeconds(9)));
            assertThat(booked.change().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.receivedPaise()).isEqualTo(-100_000);
                assertThat(entry.arrearsPaise()).isEqualTo(15_000);
            });
            assertThat(booked.change().facts()).singleElement().isInstanceOf(Fact.LowBalanceReached.class);
            assertThat(receive.takeBack(payment, NOW, account, booked.known(), before, "event", NOW))
                    .isInstanceOf(Duplicate.class);
        });
    }

    @Test
    void aReversalOfAnotherAmountIsRefused() {
        Payment payment = payment(100_000, NOW);

        assertThat(receive.takeBack(payment(50_000, NOW), NOW, account, credited(payment), null, "event", NOW))
                .isEqualTo(new Refused("gatewayTransactionId: T1 of 50000 paise for DVVNL:7010000001"
                        + " (expected: the whole, as credited, 100000 paise for DVVNL:7010000001)"));
    }

    @Test
    void aReversalThatOvertakesItsPaymentWaitsForItAndNobodyIsTold() {
        Payment payment = payment(100_000, NOW);
        assertThat(receive.takeBack(payment, NOW, account, null, null, "event", NOW))
                .isInstanceOf(Kept.class);

        assertThat(receive.receive(payment, account, null, NOW, 0, "event", NOW))
                .isInstanceOfSatisfying(Booked.class, booked -> {
                    assertThat(booked.change().entries())
                            .extracting(LedgerEntry::kind)
                            .containsExactly(LedgerEntry.Kind.RECHARGE, LedgerEntry.Kind.REVERSAL);
                    assertThat(booked.change().facts()).isEmpty();
                    assertThat(booked.change().account().lastRecharge()).isNull();
                    assertThat(booked.known()).isEqualTo(new Known(payment, 0, NOW));
                });
    }

    private long toArrears(long paise, long arrearsPaise) {
        Booked booked = (Booked) receive.receive(payment(paise, NOW), account, null, null, arrearsPaise, "event", NOW);
        assertThat(booked.change().account().posted().paise())
                .isEqualTo(paise - booked.known().arrearsPaise());
        return booked.known().arrearsPaise();
    }

    private static Known credited(Payment payment) {
        return new Known(payment, 0, null);
    }

    private Receipt receive(Payment payment, @Nullable Known known) {
        return receive.receive(payment, account, known, null, 0, "event", NOW);
    }

    private static Payment payment(long paise, Instant paidAt) {
        return new Payment(new Payment.Id("DVVNL", "T1"), "DVVNL:7010000001", paise, paidAt);
    }
}
