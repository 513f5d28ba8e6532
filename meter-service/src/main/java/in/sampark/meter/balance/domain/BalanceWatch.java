package in.sampark.meter.balance.domain;

import in.sampark.meter.balance.domain.Fact.LowBalanceReached;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a balance, and which rungs of the low-balance ladder that crosses or arms again. */
final class BalanceWatch {

    private final Pricing pricing;
    private final Ladders ladders;

    BalanceWatch(Pricing pricing, Ladders ladders) {
        this.pricing = pricing;
        this.ladders = ladders;
    }

    /** Posted ledger, less what days not yet posted cost so far. */
    long availablePaise(Account account, Instant at) {
        return Math.subtractExact(account.posted().paise(), pricing.unpostedPaise(account, account.notBefore(at)));
    }

    /** After money came in, which tells of no rung. */
    Change rearmed(Account account, LedgerEntry entry, Instant at) {
        return rearmed(new Change(account, List.of(entry), List.of(), availablePaise(account, at)));
    }

    Change rearmed(Change change) {
        Account account = change.account();
        Account armed = account.withCrossed(ladders.of(account).rearm(account.crossed(), change.availablePaise()));
        return new Change(armed, change.entries(), change.facts(), change.availablePaise());
    }

    /** After anything else. Of several rungs that are crossed at once the lowest is told. */
    Change look(Account account, List<LedgerEntry> entries, Instant time, @Nullable String causedBy) {
        Instant at = account.notBefore(time);
        long available = availablePaise(account, at);
        if (!account.watched(at)) return new Change(account, entries, List.of(), available);
        Ladder.Look look = ladders.of(account).look(account.crossed(), available);
        if (look.lowest().isEmpty()) return new Change(account, entries, List.of(), available);
        LastRecharge last = account.lastRecharge();
        Fact reached = new LowBalanceReached(
                look.lowest().get(),
                available,
                last == null ? null : last.paise(),
                account.recent().daysLeft(available),
                at,
                account.version(),
                causedBy);
        return new Change(account.withCrossed(look.crossed()), entries, List.of(reached), available);
    }
}
