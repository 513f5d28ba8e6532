package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.messaging.BalanceAnnouncements;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Writes what became of locked accounts: their state, their ledger and what is told of it, in the caller's transaction. */
public final class KeepChanges {

    private final Accounts accounts;
    private final Ledger ledger;
    private final BalanceFollower follower;
    private final Outbox outbox;

    KeepChanges(Accounts accounts, Ledger ledger, BalanceFollower follower, Outbox outbox) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.follower = follower;
        this.outbox = outbox;
    }

    /** Keeps what readings did to accounts. */
    public Mono<Void> keepUse(Collection<Change> changes, Instant now) {
        Map<Boolean, List<Change>> byUse = changes.stream().collect(Collectors.partitioningBy(Change::onlyUse));
        return accounts.saveUse(accounts(byUse.getOrDefault(true, List.of())))
                .then(Mono.defer(() -> keep(byUse.getOrDefault(false, List.of()), now)));
    }

    public Mono<Void> keep(Collection<Change> changes, Instant now) {
        if (changes.isEmpty()) return Mono.empty();
        return accounts.save(accounts(changes))
                .then(Mono.defer(() -> ledger.add(changes.stream()
                        .flatMap(change -> change.entries().stream())
                        .toList())))
                .then(Mono.defer(() -> outbox.add(announcements(changes, now))))
                .then(Mono.defer(() -> follow(changes, now)));
    }

    private Mono<Void> follow(Collection<Change> changes, Instant now) {
        List<Change> told = changes.stream().filter(Change::tellsBalance).toList();
        return told.isEmpty() ? Mono.empty() : follower.follow(told, now);
    }

    private static List<Account> accounts(Collection<Change> changes) {
        return changes.stream().map(Change::account).toList();
    }

    private static List<Announcement<?>> announcements(Collection<Change> changes, Instant now) {
        return changes.stream()
                .<Announcement<?>>flatMap(change -> BalanceAnnouncements.of(change, now).stream())
                .toList();
    }
}
