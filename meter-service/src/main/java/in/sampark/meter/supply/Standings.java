package in.sampark.meter.supply;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Terms;
import in.sampark.meter.supply.domain.Standing;
import java.time.Instant;

/** What supply depends on of an account. */
final class Standings {

    private Standings() {}

    static Standing of(Account account, long availablePaise, Instant now) {
        Terms terms = account.terms();
        return new Standing(
                account.discom(),
                terms.category(),
                terms.loadW(),
                !terms.removed() && terms.supplied(Midnight.dayOf(now)),
                terms.mode() == BillingMode.PREPAID,
                availablePaise);
    }
}
