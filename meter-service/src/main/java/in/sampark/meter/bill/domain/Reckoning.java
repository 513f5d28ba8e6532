package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.BillBook.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the bills of a connection come to on a day. */
final class Reckoning {

    private final Settlement settlement;
    private final ReminderLadder ladder;
    private final LocalDate today;

    Reckoning(Settlement settlement, ReminderLadder ladder, LocalDate today) {
        this.settlement = settlement;
        this.ladder = ladder;
        this.today = today;
    }

    Dues dues(BillBook book) {
        List<KnownBill> overdue = book.live().stream().filter(this::isOverdue).toList();
        return new Dues(
                settlement.outstandingPaise(),
                settlement.creditPaise(),
                overdue.stream().mapToLong(settlement::unpaidPaise).reduce(0, Math::addExact),
                overdue.stream()
                        .map(bill -> bill.content().dueDate())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                nextLook(book));
    }

    private boolean isOverdue(KnownBill bill) {
        return settlement.unpaidPaise(bill) > 0 && bill.content().dueDate().isBefore(today);
    }

    private @Nullable LocalDate nextLook(BillBook book) {
        Stream<LocalDate> ofBills = book.bills().values().stream()
                .filter(entry -> entry.bill().live())
                .flatMap(entry -> Stream.concat(becomesOverdue(entry.bill()), nextRung(entry)));
        return Stream.concat(ofBills, settlement.awaited())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<LocalDate> becomesOverdue(KnownBill bill) {
        LocalDate dueDate = bill.content().dueDate();
        return settlement.unpaidPaise(bill) > 0 && !dueDate.isBefore(today)
                ? Stream.of(dueDate.plusDays(1))
                : Stream.empty();
    }

    private Stream<LocalDate> nextRung(Entry entry) {
        KnownBill bill = entry.bill();
        Told told = entry.told();
        if (settlement.outstandingPaise(bill) <= 0 || settlement.carried(bill)) return Stream.empty();
        return ladder.next(bill.content().dueDate(), told == null ? null : told.rung()).stream();
    }
}
