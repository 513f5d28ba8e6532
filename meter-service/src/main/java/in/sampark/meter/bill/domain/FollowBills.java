package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.BillBook.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what the bills of a connection come to on a day, and what there is to tell of them that was not told. */
public final class FollowBills {

    private final ReminderLadders ladders;
    private final int newsForDays;
    private final Lag lag;

    /** @param newsForDays for how many days after its issue a bill that becomes known is told of, and after it was made, or taken back, a payment of one taken in silence */
    public FollowBills(ReminderLadders ladders, int newsForDays, Lag lag) {
        this.ladders = ladders;
        this.newsForDays = newsForDays;
        this.lag = lag;
    }

    /**
     * @param before the book as it was loaded
     * @param changed the same with what has become known
     */
    public Followed follow(BillBook before, BillBook changed, LocalDate today) {
        Settlement settlement = Settlement.of(changed, lag, today);
        ReminderLadder ladder = ladders.of(changed.discom());
        Recent recent = new Recent(today, newsForDays);
        List<KnownPayment> moved = changed.paymentsSince(before).stream()
                .filter(payment -> recent.is(payment.lastMoved()))
                .toList();
        Settlement withoutMoved =
                moved.isEmpty() ? settlement : Settlement.of(changed.without(moved, before), lag, today);
        TellOfBill telling = new TellOfBill(settlement, withoutMoved, ladder, recent, changed.equals(before));
        List<News> news = new ArrayList<>();
        Map<String, Entry> told = new TreeMap<>();
        changed.bills().forEach((number, entry) -> told.put(number, telling.tell(entry, news)));
        BillBook after = changed.withBills(told);
        return new Followed(before, after, new Reckoning(settlement, ladder, today).dues(after), news);
    }
}
