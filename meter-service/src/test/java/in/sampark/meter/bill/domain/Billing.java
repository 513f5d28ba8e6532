package in.sampark.meter.bill.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.domain.Judgement.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bills of one connection as they become known, on a day that the test sets; the ladder is the shipped one, and news are news for a week, as long as
 * money or a bill may be on its way.
 */
final class Billing {

    static final String CONNECTION = "DVVNL:7010000001";
    static final Bounds BOUNDS = new Bounds(Duration.ofMinutes(5), 1_000_000_000, Period.ofDays(366));
    static final LocalDate ISSUED = LocalDate.of(2026, 6, 1);
    static final LocalDate DUE = LocalDate.of(2026, 6, 15);

    private static final Lag LAG = new Lag(7);

    private static final FollowBills FOLLOW =
            new FollowBills(new ReminderLadders(new ReminderLadder(List.of(-3, 0, 7, 15, 30)), Map.of()), 7, LAG);

    private final List<News> news = new ArrayList<>();
    private BillBook book = new BillBook(CONNECTION, "DVVNL", Map.of(), Map.of());
    private Dues dues = new Dues(0, 0, 0, null, null);
    private LocalDate today = ISSUED;

    Billing on(LocalDate day) {
        today = day;
        return this;
    }

    /** The day comes, and everything that is to be looked at by then is. */
    Billing lookOn(LocalDate day) {
        today = day;
        return follow(book);
    }

    Billing take(KnownBill bill) {
        BillBook.Entry held = book.bills().get(bill.id().number());
        return judged(new JudgeBill(BOUNDS).judge(bill, book, held == null ? null : held.bill(), noon(today)));
    }

    Billing take(KnownPayment payment) {
        KnownPayment held = book.payments().get(payment.id().payment());
        return judged(new JudgePayment(BOUNDS).judge(payment, book, held, noon(today)));
    }

    /** What an earlier build kept. */
    Billing holding(BillBook held) {
        book = held;
        return this;
    }

    /** At once. */
    Billing take(List<KnownPayment> payments) {
        BillBook changed = book;
        for (KnownPayment payment : payments) changed = changed.with(payment);
        return follow(changed);
    }

    private Billing judged(Judgement judgement) {
        return judgement instanceof Taken(BillBook changed) ? follow(changed) : this;
    }

    private Billing follow(BillBook changed) {
        Followed followed = FOLLOW.follow(book, changed, today);
        book = followed.after();
        dues = followed.dues();
        news.addAll(followed.news());
        return this;
    }

    Settlement settlement() {
        return Settlement.of(book, LAG, today);
    }

    BillBook book() {
        return book;
    }

    Dues dues() {
        return dues;
    }

    /** What was told: bill, stage and rung, and what is left to pay. */
    List<String> told() {
        return news.stream()
                .map(one -> one.bill().id().number() + " " + one.stage() + (one.rung() == null ? "" : " " + one.rung())
                        + " " + one.outstandingPaise())
                .toList();
    }

    static KnownBill bill(String number, LocalDate issued, long amount, long arrears) {
        return bill(number, 0, false, issued, amount, arrears);
    }

    static KnownBill bill(
            String number, long revision, boolean cancelled, LocalDate issued, long amount, long arrears) {
        return new KnownBill(
                new KnownBill.Id("DVVNL", number),
                CONNECTION,
                new KnownBill.Version(revision, cancelled),
                new KnownBill.Content(
                        issued.minusDays(30),
                        issued.minusDays(1),
                        noon(issued),
                        issued.plusDays(14),
                        amount,
                        arrears,
                        1));
    }

    static KnownPayment paid(String id, @Nullable String bill, long paise, LocalDate on) {
        return new KnownPayment(new KnownPayment.Id("DVVNL", id), CONNECTION, bill, paise, noon(on), false, null);
    }

    /** On the day on which it was made. */
    static KnownPayment reversed(String id, @Nullable String bill, long paise, LocalDate on) {
        return reversed(id, bill, paise, on, on);
    }

    /** @param reversedOn null when that is not known */
    static KnownPayment reversed(
            String id, @Nullable String bill, long paise, LocalDate on, @Nullable LocalDate reversedOn) {
        return new KnownPayment(
                new KnownPayment.Id("DVVNL", id),
                CONNECTION,
                bill,
                paise,
                noon(on),
                true,
                reversedOn == null ? null : noon(reversedOn));
    }

    static Instant noon(LocalDate day) {
        return Midnight.starting(day).plus(Duration.ofHours(12));
    }
}
