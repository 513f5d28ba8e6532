package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.LedgerEntry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The ledger for people to look at, and whether it is what accounts say. */
public interface LedgerPages {

    /**
     * A line as it is shown.
     *
     * @param reason in words, of what the billing system booked; null for the rest
     */
    record Line(LedgerEntry entry, @Nullable String reason) {}

    /** Where a page begins: behind this line. */
    record Place(LocalDate day, String kind, String cause) {

        /** Before the latest line. */
        public static final Place FIRST = new Place(LocalDate.of(9999, 12, 31), "", "");
    }

    /** The lines of a connection behind a place, the latest day first. */
    Mono<List<Line>> of(String connectionId, Place after, int atMost);

    /**
     * An account that differs from the sum of its ledger.
     *
     * @param postedPaise what it says
     * @param ledgerPaise what its entries come to
     */
    record Difference(String connectionId, long postedPaise, long ledgerPaise) {}

    /**
     * Whether balances are the sums of the ledger.
     *
     * @param differing accounts that are not: 0 when all is well
     * @param first some of them
     */
    record Check(long differing, List<Difference> first) {}

    /** Compares the accounts at or below an area with the sums of their ledger; reads all of it. */
    Mono<Check> check(String areaPath, int atMost);
}
