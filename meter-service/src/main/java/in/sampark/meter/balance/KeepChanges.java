package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.messaging.BalanceAnnouncements;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes what became of locked accounts: their state, their ledger and what is told of it, in the caller's transaction. */
public final class KeepChanges {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Outbox outbox;

    KeepChanges(Accounts accounts, Ledger ledger, Outbox outbox) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    public Mono<Void> keep(Collection<Change> changes, Instant now) {
        return accounts.save(changes.stream().map(Change::account).toList())
                .then(Mono.defer(() -> ledger.add(changes.stream()
                        .flatMap(change -> change.entries().stream())
                        .toList())))
                .then(Mono.defer(() -> outbox.add(announcements(changes, now))));
    }

    private static List<Announcement<?>> announcements(Collection<Change> changes, Instant now) {
        return changes.stream()
                .<Announcement<?>>flatMap(change -> BalanceAnnouncements.of(change, now).stream())
                .toList();
    }
}
