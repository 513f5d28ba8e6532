package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.BalanceSheet;
import java.util.List;
import reactor.core.publisher.Mono;

/** Accounts with the sums of their ledger, for people to look at. */
public interface BalanceSheets {

    /** The sheet of a connection; empty when it is not known. */
    Mono<BalanceSheet> of(String connectionId);

    /** Sheets of the connections at or below an area, by connection id, of those after a connection id. */
    Mono<List<BalanceSheet>> in(String areaPath, String after, int atMost);
}
