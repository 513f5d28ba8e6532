package in.sampark.meter.supply;

import in.sampark.meter.balance.BalanceFollower;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Fact.LowBalanceReached;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Notes when nothing is left of a balance and when something is again, and acts on it at once: a recharge that restores supply is told with
 * its credit. A debt begins when it becomes known, not when it began by a register that came late: nobody could have paid before.
 */
final class WatchBalances implements BalanceFollower {

    private final Supplies supplies;
    private final KeepSupply keepSupply;

    WatchBalances(Supplies supplies, KeepSupply keepSupply) {
        this.supplies = supplies;
        this.keepSupply = keepSupply;
    }

    @Override
    public Mono<Void> follow(List<Change> told, Instant now) {
        return supplies.of(told.stream()
                        .map(change -> change.account().connectionId())
                        .toList())
                .flatMap(watched -> keepSupply.keep(
                        told.stream()
                                .filter(change -> change.availablePaise() <= 0 || watched.containsKey(id(change)))
                                .map(change -> seen(change, watched, now))
                                .toList(),
                        now));
    }

    private static Seen seen(Change change, Map<String, Watched> watched, Instant now) {
        Account account = change.account();
        Watched before = watched.getOrDefault(id(change), Watched.not(id(change)));
        // contracts carry milliseconds: what is told within the same one came after it
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        Standing standing = Standings.of(account, change.availablePaise(), now);
        long paid = paid(change, before.supply().debt());
        Told told = new Told(change.availablePaise(), paid, standing.charged(), toldBy(change), at);
        return new Seen(
                before,
                before.supply().told(told),
                standing,
                account.recent(),
                change.facts().isEmpty() ? null : change.facts().getLast().causedBy());
    }

    /** What payments left for the balance, less those that were taken back; of payments in the debt also what is left otherwise than believed before. */
    private static long paid(Change change, @Nullable Debt debt) {
        return change.entries().stream()
                .filter(entry -> entry.receivedPaise() != 0 || isSplitIn(debt, entry))
                .mapToLong(LedgerEntry::amountPaise)
                .sum();
    }

    private static boolean isSplitIn(@Nullable Debt debt, LedgerEntry entry) {
        return entry.kind() == LedgerEntry.Kind.SPLIT
                && debt != null
                && !entry.day().isBefore(Midnight.dayOf(debt.since()));
    }

    /** The last event of a rung at which nothing was left. */
    private static @Nullable String toldBy(Change change) {
        return change.facts().stream()
                .filter(LowBalanceReached.class::isInstance)
                .map(LowBalanceReached.class::cast)
                .filter(low -> low.availablePaise() <= 0)
                .reduce((_, later) -> later)
                .map(low -> low.eventId(id(change)))
                .orElse(null);
    }

    private static String id(Change change) {
        return change.account().connectionId();
    }
}
