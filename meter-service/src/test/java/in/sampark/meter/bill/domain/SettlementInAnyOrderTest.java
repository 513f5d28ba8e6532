package in.sampark.meter.bill.domain;

import static in.sampark.meter.bill.domain.Billing.ISSUED;
import static in.sampark.meter.bill.domain.Billing.bill;
import static in.sampark.meter.bill.domain.Billing.paid;
import static in.sampark.meter.bill.domain.Billing.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Years of bills, revisions, cancellations, payments and reversals: what is left to pay depends neither on their order nor on how often they come. */
class SettlementInAnyOrderTest {

    private static final int MONTHS = 24;
    private static final LocalDate END = ISSUED.plusMonths(MONTHS);

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4_444, 55_555, 666_666, 7_777_777, 88_888_888})
    void whatIsLeftToPayFollowsFromWhatIsKnown(long seed) {
        Random random = new Random(seed);
        List<Consumer<Billing>> events = events(random, 0);
        Billing inOrder = played(events);
        Billing anyOrder = played(shuffled(events, random));

        assertSame(inOrder, anyOrder);
        assertThat(balanceOf(inOrder))
                .isEqualTo(anyOrder.dues().outstandingPaise() - anyOrder.dues().creditPaise());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 33, 444, 5_555, 66_666, 777_777, 8_888_888, 99_999_999})
    void soItDoesWhereBillsCarryArrearsAndDeductWhatWasPaidInAdvance(long seed) {
        Random random = new Random(seed);
        List<Consumer<Billing>> events = events(random, 500_00);

        assertSame(played(events), played(shuffled(events, random)));
    }

    private static List<Consumer<Billing>> shuffled(List<Consumer<Billing>> events, Random random) {
        List<Consumer<Billing>> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static void assertSame(Billing inOrder, Billing anyOrder) {
        assertThat(anyOrder.dues())
                .usingRecursiveComparison()
                .ignoringFields("nextLook")
                .isEqualTo(inOrder.dues());
        assertThat(anyOrder.book().payments()).isEqualTo(inOrder.book().payments());
        inOrder.book()
                .bills()
                .forEach((number, entry) -> assertThat(anyOrder.settlement().outstandingPaise(entry.bill()))
                        .isEqualTo(inOrder.settlement().outstandingPaise(entry.bill())));
    }

    /** No bill of these carries anything, so all that is live less all that was received is what is left. */
    private static long balanceOf(Billing billing) {
        long demanded = billing.book().live().stream()
                .mapToLong(bill -> bill.content().amountPaise())
                .sum();
        long received = billing.book().payments().values().stream()
                .filter(payment -> !payment.reversed())
                .mapToLong(KnownPayment::paise)
                .sum();
        return demanded - received;
    }

    private static Billing played(List<Consumer<Billing>> events) {
        Billing billing = new Billing().on(END);
        events.forEach(event -> event.accept(billing));
        return billing;
    }

    private static List<Consumer<Billing>> events(Random random, long arrearsUpTo) {
        List<Consumer<Billing>> events = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            LocalDate issued = ISSUED.plusMonths(month);
            String number = "B" + month;
            long amount = random.nextLong(-50_00, 2_000_00);
            long arrears = arrearsUpTo == 0 ? 0 : random.nextLong(-arrearsUpTo, arrearsUpTo);
            events.add(billing -> billing.take(bill(number, issued, amount, arrears)));
            if (random.nextInt(5) == 0) {
                events.add(billing -> billing.take(bill(number, 1, false, issued, amount + 7_00, arrears)));
            }
            if (random.nextInt(8) == 0) {
                events.add(billing -> billing.take(bill(number, 1, true, issued, amount, arrears)));
            }
            pay(events, random, "P" + month, named(random, number), issued.plusDays(random.nextInt(27)));
        }
        return events;
    }

    /** The bill, none, or one that never comes. */
    private static @Nullable String named(Random random, String number) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> number;
            case 2 -> null;
            default -> "X" + number;
        };
    }

    private static void pay(
            List<Consumer<Billing>> events, Random random, String id, @Nullable String bill, LocalDate on) {
        long paise = random.nextLong(1, 2_500_00);
        events.add(billing -> billing.take(paid(id, bill, paise, on)));
        if (random.nextInt(6) == 0)
            events.add(billing -> billing.take(reversed(id, null, paise, on.plusDays(2), on.plusDays(20))));
        if (random.nextInt(8) == 0) events.add(billing -> billing.take(reversed(id, null, paise, on.plusDays(2), on)));
    }
}
