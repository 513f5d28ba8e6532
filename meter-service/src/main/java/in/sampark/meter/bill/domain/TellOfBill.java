package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.BillBook.Entry;
import in.sampark.meter.bill.domain.News.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of each bill: its issue, then rungs of the reminder ladder while something is left to pay, each once and of several missed the
 * latest, and that it is paid or open again, if it was told of before or recent money did that. Of a bill that a later one carries nothing is told.
 */
final class TellOfBill {

    private final Settlement settlement;
    private final Settlement withoutRecentMoney;
    private final ReminderLadder ladder;
    private final Recent recent;
    private final boolean nothingNew;

    /**
     * @param withoutRecentMoney without the payments that have become known, or were taken back, and that is recent
     * @param nothingNew whether only time has passed
     */
    TellOfBill(
            Settlement settlement,
            Settlement withoutRecentMoney,
            ReminderLadder ladder,
            Recent recent,
            boolean nothingNew) {
        this.settlement = settlement;
        this.withoutRecentMoney = withoutRecentMoney;
        this.ladder = ladder;
        this.recent = recent;
        this.nothingNew = nothingNew;
    }

    /** The bill with what is told of it now. */
    Entry tell(Entry entry, List<News> news) {
        KnownBill bill = entry.bill();
        Told told = entry.told();
        if (told == null || told.version().compareTo(bill.version()) < 0) {
            return new Entry(bill, issue(bill, told, news));
        }
        return bill.live() ? new Entry(bill, remind(bill, told, news)) : entry;
    }

    /** The notice of issue names the due date, so rungs reached by then are passed. */
    private Told issue(KnownBill bill, @Nullable Told before, List<News> news) {
        int notices = before == null ? 0 : before.notices();
        Told told = new Told(bill.version(), reached(bill), outstanding(bill) <= 0, notices);
        boolean worthTelling = bill.live() ? recent.is(bill.content().issuedAt()) : notices > 0;
        if (!worthTelling) return told;
        return say(bill, bill.live() ? Stage.ISSUED : Stage.CANCELLED, null, told, news);
    }

    private Told remind(KnownBill bill, Told told, List<News> news) {
        boolean settled = outstanding(bill) <= 0;
        if (settled) return told.settled() ? told : sayOfMoney(bill, Stage.PAID, told.withSettled(true), news);
        if (told.settled()) {
            Told reopened = told.withSettled(false).withRung(reached(bill));
            return nothingNew ? reopened : sayOfMoney(bill, Stage.REOPENED, reopened, news);
        }
        Integer rung = reached(bill);
        if (rung == null || told.rung() != null && rung <= told.rung()) return told;
        if (settlement.carried(bill)) return told;
        if (rung <= 0 && recent.today().isAfter(bill.content().dueDate()))
            return told.withRung(rung); // missed, and untrue by now
        return say(bill, rung <= 0 ? Stage.DUE_SOON : Stage.OVERDUE, rung, told.withRung(rung), news);
    }

    private Told sayOfMoney(KnownBill bill, Stage stage, Told told, List<News> news) {
        boolean settledWithout = withoutRecentMoney.outstandingPaise(bill) <= 0;
        return told.notices() > 0 || settledWithout != told.settled() ? say(bill, stage, null, told, news) : told;
    }

    private Told say(KnownBill bill, Stage stage, @Nullable Integer rung, Told told, List<News> news) {
        if (settlement.carried(bill)) return told;
        Told said = told.oneMore();
        news.add(new News(bill, stage, rung, outstanding(bill), said.notices()));
        return said;
    }

    private long outstanding(KnownBill bill) {
        return settlement.outstandingPaise(bill);
    }

    private @Nullable Integer reached(KnownBill bill) {
        return ladder.reached(bill.content().dueDate(), recent.today());
    }
}
