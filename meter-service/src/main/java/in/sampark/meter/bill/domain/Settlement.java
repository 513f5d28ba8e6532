package in.sampark.meter.bill.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What payments leave of the bills of a connection. It follows from the bills and payments there are, in whatever order they became known.
 *
 * <p>A bill repeats as arrears what earlier ones left, so of each only what is its own counts. A payment is put to the bill it names; what is left of
 * it, and payments that name none that is live, go to the oldest bills. One that names a bill not known yet waits for it some days before it does.
 */
public final class Settlement {

    private final List<KnownBill> bills;
    private final List<LocalDate> awaited;
    private final Map<String, Long> unpaid = new LinkedHashMap<>();
    private long creditPaise;

    private Settlement(List<KnownBill> bills, List<LocalDate> awaited) {
        this.bills = bills;
        this.awaited = awaited;
    }

    public static Settlement of(BillBook book, Lag lag, LocalDate today) {
        Map<Boolean, List<KnownPayment>> received = book.payments().values().stream()
                .filter(payment -> !payment.reversed())
                .collect(Collectors.partitioningBy(payment ->
                        book.awaitsBill(payment) && lag.waitsUntil(payment).isAfter(today)));
        List<LocalDate> awaited = received.getOrDefault(true, List.of()).stream()
                .map(lag::waitsUntil)
                .toList();
        Settlement settlement = new Settlement(book.live(), awaited);
        settlement.demand(new KnownArrears(book.payments().values(), lag));
        settlement.pay(received.getOrDefault(false, List.of()));
        return settlement;
    }

    /** When payments that wait for their bills do so no longer. */
    Stream<LocalDate> awaited() {
        return awaited.stream();
    }

    /** What is left of what the bill itself demands. */
    public long unpaidPaise(KnownBill bill) {
        return unpaid.getOrDefault(bill.id().number(), 0L);
    }

    /** What is left to pay when the bill is to be paid: what it carries from earlier ones included. Nothing of a cancelled one. */
    public long outstandingPaise(KnownBill bill) {
        if (!bill.live()) return 0;
        long own = unpaidPaise(bill);
        return bill.content().carriesArrears()
                ? bills.stream()
                        .filter(other -> KnownBill.OLDEST_FIRST.compare(other, bill) < 0)
                        .mapToLong(this::unpaidPaise)
                        .reduce(own, Math::addExact)
                : own;
    }

    /** Whether a later bill demands what this one left, so that this one is no longer to be spoken of. */
    public boolean carried(KnownBill bill) {
        return bills.stream()
                .anyMatch(other -> KnownBill.OLDEST_FIRST.compare(other, bill) > 0
                        && other.content().carriesArrears());
    }

    /** Left of all bills. */
    public long outstandingPaise() {
        return unpaid.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** Paid beyond all bills. */
    public long creditPaise() {
        return creditPaise;
    }

    private void demand(KnownArrears known) {
        long demanded = 0;
        for (KnownBill bill : bills) {
            long own = Math.subtractExact(bill.content().amountPaise(), known.paise(bill, demanded));
            unpaid.put(bill.id().number(), own);
            demanded = Math.addExact(demanded, own);
        }
    }

    private void pay(List<KnownPayment> received) {
        Map<String, List<KnownPayment>> named = received.stream()
                .filter(payment -> payment.billNumber() != null && unpaid.containsKey(payment.billNumber()))
                .collect(Collectors.groupingBy(payment -> String.valueOf(payment.billNumber())));
        long rest = sum(received);
        for (Map.Entry<String, List<KnownPayment>> bill : named.entrySet()) {
            rest -= put(bill.getKey(), sum(bill.getValue()));
        }
        for (String number : new HashMap<>(unpaid).keySet()) {
            rest += takeCredit(number);
        }
        for (String number : List.copyOf(unpaid.keySet())) {
            rest -= put(number, rest);
        }
        creditPaise = rest;
    }

    /** A bill of less than nothing pays others. */
    private long takeCredit(String number) {
        long credit = Math.max(0, -unpaid.getOrDefault(number, 0L));
        unpaid.merge(number, credit, Math::addExact);
        return credit;
    }

    private long put(String number, long paise) {
        long put = Math.clamp(unpaid.getOrDefault(number, 0L), 0, paise);
        unpaid.merge(number, -put, Math::addExact);
        return put;
    }

    private static long sum(Collection<KnownPayment> payments) {
        return payments.stream().mapToLong(KnownPayment::paise).reduce(0, Math::addExact);
    }
}
