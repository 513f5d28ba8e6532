package in.sampark.meter.bill.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All bills and payments of a connection.
 *
 * @param connectionId {@code <discom>:<account number>}
 * @param discom code of the company
 * @param bills by number
 * @param payments by the gateway's id
 */
public record BillBook(
        String connectionId, String discom, Map<String, Entry> bills, Map<String, KnownPayment> payments) {

    /**
     * A bill and what was told of it.
     *
     * @param told null when it is new
     */
    public record Entry(KnownBill bill, @Nullable Told told) {}

    public BillBook {
        bills = Collections.unmodifiableMap(new TreeMap<>(bills));
        payments = Map.copyOf(payments);
    }

    /** Bills that are not cancelled, in the order in which they were issued. */
    List<KnownBill> live() {
        return bills.values().stream()
                .map(Entry::bill)
                .filter(KnownBill::live)
                .sorted(KnownBill.OLDEST_FIRST)
                .toList();
    }

    /** Whether it names a bill of which nothing is known yet. */
    boolean awaitsBill(KnownPayment payment) {
        return payment.billNumber() != null && !bills.containsKey(payment.billNumber());
    }

    /** The payments that are not as they were. */
    List<KnownPayment> paymentsSince(BillBook before) {
        return payments.values().stream()
                .filter(payment ->
                        !payment.equals(before.payments.get(payment.id().payment())))
                .toList();
    }

    public BillBook with(KnownBill bill) {
        Map<String, Entry> changed = new HashMap<>(bills);
        Entry before = bills.get(bill.id().number());
        changed.put(bill.id().number(), new Entry(bill, before == null ? null : before.told()));
        return new BillBook(connectionId, discom, changed, payments);
    }

    public BillBook with(KnownPayment payment) {
        Map<String, KnownPayment> changed = new HashMap<>(payments);
        changed.put(payment.id().payment(), payment);
        return new BillBook(connectionId, discom, bills, changed);
    }

    /** As if these payments were as they were before. */
    BillBook without(List<KnownPayment> news, BillBook before) {
        Map<String, KnownPayment> changed = new HashMap<>(payments);
        for (KnownPayment payment : news) {
            KnownPayment was = before.payments.get(payment.id().payment());
            if (was == null) changed.remove(payment.id().payment());
            else changed.put(payment.id().payment(), was);
        }
        return new BillBook(connectionId, discom, bills, changed);
    }

    BillBook withBills(Map<String, Entry> changed) {
        return new BillBook(connectionId, discom, changed, payments);
    }
}
