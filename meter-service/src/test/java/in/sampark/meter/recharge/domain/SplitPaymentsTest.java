package in.sampark.meter.recharge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Fact.RechargeWasCredited;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.meter.recharge.domain.Arrears.Band;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Rs 9,000 owed and recharges of Rs 1,000 of which 20 % went to arrears, while 25 % do by now. */
class SplitPaymentsTest {

    private static final Instant START = Instant.parse("2026-06-01T06:30:00Z");
    private static final Owed OWED = new Owed(START, 900_000);

    private final SplitPayments split =
            new SplitPayments(Books.SHIPPED, new Arrears(List.of(new Band(Arrears.ABOVE_ALL, 25)), Map.of()));
    private final PaperMeter meter = Books.meter(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));

    @Test
    void whatWasDecidedInOrderStaysWhateverTheBandsBecome() {
        Known next = paid(11, 25_000);

        assertThat(anew(List.of(OWED), after(tenPaid(), next), News.of(next, null)))
                .isEqualTo(new SplitPayments.Anew(List.of(), List.of()));
    }

    @Test
    void onlyPaymentsSinceTheNewsAreSplitAnew() {
        Known late = new Known(payment("late", START.plus(Duration.ofHours(8 * 24 + 1))), 25_000, null);
        SplitPayments.Anew anew = anew(List.of(OWED), after(tenPaid(), late), News.of(late, null));

        assertThat(anew.known()).containsExactly(paid(9, 25_000), paid(10, 25_000));
        assertThat(anew.changes())
                .flatExtracting(Change::entries)
                .extracting(LedgerEntry::amountPaise)
                .containsExactly(-5_000L, -5_000L);
    }

    @Test
    void arrearsBookedLateAreOwedByPaymentsSince() {
        Owed late = new Owed(START.plus(Duration.ofHours(9 * 24 + 1)), 50_000);
        SplitPayments.Anew anew = anew(List.of(OWED, late), tenPaid(), News.ofArrears("A2", late.at()));

        assertThat(anew.known()).containsExactly(paid(10, 25_000));
    }

    @Test
    void aPaymentTakenBackIsSplitAnewWithoutAnEntry() {
        Known back = paid(1, 0).reversed(START.plus(Duration.ofDays(3)));
        SplitPayments.Anew anew = anew(List.of(OWED), List.of(back), News.ofArrears("A1", START));

        assertThat(anew.known()).containsExactly(back.split(25_000));
        assertThat(anew.changes()).isEmpty();
    }

    @Test
    void whatASplitGivesBackArmsNoRungButThatAtNothing() {
        Account told = Books.SHIPPED
                .takeBack(
                        Books.SHIPPED
                                .credit(meter.account(), new LastRecharge("T0", 2_000, START), 0, null)
                                .account(),
                        new LastRecharge("T0", 2_000, START),
                        0,
                        null,
                        START,
                        null)
                .account();
        Known known = new Known(payment("T1", START), 100_000, null);
        SplitPayments.Anew anew = split.anew(told, List.of(), List.of(known), News.ofArrears("A1", START), START);

        assertThat(told.crossed()).containsExactlyInAnyOrder(Rung.paise(10_000), Rung.paise(0));
        assertThat(anew.changes()).singleElement().satisfies(change -> {
            assertThat(change.entries())
                    .singleElement()
                    .extracting(LedgerEntry::amountPaise)
                    .isEqualTo(100_000L);
            assertThat(change.account().crossed()).containsExactly(Rung.paise(10_000));
        });
    }

    @Test
    void aRechargeArmsWhatItsSplitLiftsTheBalanceAboveInTheEnd() {
        Account told = meter.account();
        LastRecharge small = new LastRecharge("T0", 2_000, START);
        told = Books.SHIPPED.credit(told, small, 0, null).account();
        told = Books.SHIPPED.takeBack(told, small, 0, null, START, null).account();
        Known known = new Known(payment("T1", START), 95_000, null);
        Change credited = Books.SHIPPED.credit(told, known.payment().recharge(), known.arrearsPaise(), null);
        SplitPayments.Anew anew =
                split.anew(credited.account(), List.of(), List.of(known), News.of(known, null), START);

        assertThat(credited.account().crossed()).containsExactly(Rung.paise(10_000));
        assertThat(split.with(credited, anew).account().crossed()).isEmpty();
    }

    @Test
    void eachOfTwoRechargesIsToldWithTheBalanceRightAfterIt() {
        Owed owed = new Owed(START.plus(Duration.ofHours(3)), 900_000);
        Payment one = payment("T1", START.plus(Duration.ofHours(1)));
        Payment two = payment("T2", START.plus(Duration.ofHours(2)));
        Change first = Books.SHIPPED.credit(meter.account(), one.recharge(), 25_000, null);
        Change both = first.then(Books.SHIPPED.credit(first.account(), two.recharge(), 25_000, null));
        List<Known> known = List.of(new Known(one, 25_000, null), new Known(two, 25_000, null));

        Change told = split.anew(
                        both.account(),
                        List.of(owed),
                        known,
                        News.of(known.getFirst(), null),
                        START.plus(Duration.ofHours(4)))
                .after(both);

        assertThat(told.availablePaise()).isEqualTo(200_000);
        assertThat(told.facts())
                .asInstanceOf(InstanceOfAssertFactories.list(RechargeWasCredited.class))
                .extracting(RechargeWasCredited::arrearsPaise, RechargeWasCredited::availablePaise)
                .containsExactly(tuple(0L, 100_000L), tuple(0L, 200_000L));
    }

    private SplitPayments.Anew anew(List<Owed> owed, List<Known> payments, News news) {
        return split.anew(meter.account(), owed, payments, news, START.plus(Duration.ofDays(20)));
    }

    private static List<Known> tenPaid() {
        List<Known> paid = new ArrayList<>();
        for (int day = 1; day <= 10; day++) paid.add(paid(day, 20_000));
        return paid;
    }

    private static List<Known> after(List<Known> paid, Known next) {
        return Stream.concat(paid.stream(), Stream.of(next)).toList();
    }

    private static Known paid(int day, long arrearsPaise) {
        return new Known(payment("T" + day, START.plus(Duration.ofDays(day))), arrearsPaise, null);
    }

    private static Payment payment(String transaction, Instant paidAt) {
        return new Payment(new Payment.Id("DVVNL", transaction), "DVVNL:7010000001", 100_000, paidAt);
    }
}
