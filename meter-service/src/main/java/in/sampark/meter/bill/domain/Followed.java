package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.BillBook.Entry;
import java.util.List;

/**
 * A book as it stands now.
 *
 * @param before as it was loaded
 * @param after with what was told
 * @param dues what it comes to
 * @param news what there is to tell, by bill number
 */
public record Followed(BillBook before, BillBook after, Dues dues, List<News> news) {

    /** The bills that are not as they were. */
    public List<Entry> changedBills() {
        return after.bills().values().stream()
                .filter(entry ->
                        !entry.equals(before.bills().get(entry.bill().id().number())))
                .toList();
    }

    /** The payments that are not as they were. */
    public List<KnownPayment> changedPayments() {
        return after.paymentsSince(before);
    }
}
