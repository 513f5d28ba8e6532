package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.PostedDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The posted ledger: append-only. All methods join the caller's transaction. */
public interface Ledger {

    /** Adds entries. One that is there already fails the transaction. */
    Mono<Void> add(List<LedgerEntry> entries);

    /** The energy of posted days by connection, from a day on. A connection without any is left out. */
    Mono<Map<String, PostedDays>> postedDays(Map<String, LocalDate> fromByConnection);
}
