package in.sampark.meter.recharge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.recharge.domain.Receipt.Credited;
import in.sampark.meter.recharge.domain.Receipt.Duplicate;
import in.sampark.meter.recharge.domain.Receipt.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceivePaymentTest {

    private static final Instant NOW = Instant.parse("2026-06-10T06:30:00Z");

    private final ReceivePayment receive = new ReceivePayment(Books.SHIPPED, Duration.ofMinutes(5), 1_000_000_000);
    private final Account account =
            Books.meter(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)).account();

    @Test
    void paymentIsCreditedHoweverLateItArrives() {
        assertThat(receive(payment(100_000, NOW.minus(Duration.ofDays(90))), null))
                .isInstanceOfSatisfying(Credited.class, credited -> {
                    assertThat(credited.change().account().posted().paise()).isEqualTo(100_000);
                    assertThat(credited.change().facts()).hasSize(1);
                });
    }

    @Test
    void theSameTransactionIsCreditedOnce() {
        Payment payment = payment(100_000, NOW);

        assertThat(receive(payment, payment)).isInstanceOf(Duplicate.class);
        assertThat(receive(payment(50_000, NOW), payment))
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
        assertThat(receive(payment(1_000_000_000, NOW), null)).isInstanceOf(Credited.class);
    }

    @Test
    void paymentOfTomorrowIsRefused() {
        assertThat(receive(payment(1, NOW.plusSeconds(301)), null))
                .isEqualTo(new Refused("paidAt: 2026-06-10T06:35:01Z (expected: at most 2026-06-10T06:35:00Z)"));
    }

    @Test
    void unknownConnectionAndForeignCompanyAreRefused() {
        Payment payment = payment(1, NOW);

        assertThat(receive.receive(payment, null, null, null, NOW))
                .isEqualTo(new Refused("connectionId: DVVNL:7010000001 (expected: a known connection)"));
        Payment foreign = new Payment(new Payment.Id("PVVNL", "T1"), payment.connectionId(), 1, NOW);
        assertThat(receive(foreign, null)).isEqualTo(new Refused("discom: PVVNL (expected: DVVNL)"));
    }

    private Receipt receive(Payment payment, @Nullable Payment before) {
        return receive.receive(payment, account, before, "event", NOW);
    }

    private static Payment payment(long paise, Instant paidAt) {
        return new Payment(new Payment.Id("DVVNL", "T1"), "DVVNL:7010000001", paise, paidAt);
    }
}
