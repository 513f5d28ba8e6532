package in.sampark.meter.entry;

import in.sampark.contract.utility.AccountEntry;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.SettleTerms;
import in.sampark.meter.entry.domain.BookEntry;
import in.sampark.meter.entry.domain.DecideEntry;
import in.sampark.meter.recharge.SplitRecharges;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Books what the billing system decided, each entry of a company once. An opening balance says what was charged before its day: such days are not
 * charged here, and what was is given back.
 */
public final class BookEntries {

    private final Accounts accounts;
    private final SettleTerms settleTerms;
    private final Entries entries;
    private final DecideEntry decide;
    private final KeepChanges keepChanges;
    private final SplitRecharges splitRecharges;
    private final Clock clock;

    BookEntries(
            Accounts accounts,
            SettleTerms settleTerms,
            Entries entries,
            DecideEntry decide,
            KeepChanges keepChanges,
            SplitRecharges splitRecharges,
            Clock clock) {
        this.accounts = accounts;
        this.settleTerms = settleTerms;
        this.entries = entries;
        this.decide = decide;
        this.keepChanges = keepChanges;
        this.splitRecharges = splitRecharges;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the entries that are not booked. */
    public Mono<List<Rejected<AccountEntry>>> book(List<Received<AccountEntry>> batch) {
        List<BookEntry> wanted =
                batch.stream().map(Received::value).map(EntryRecords::entry).toList();
        Set<String> connections = wanted.stream().map(BookEntry::connectionId).collect(Collectors.toSet());
        Set<BookEntry.Id> ids = wanted.stream().map(BookEntry::id).collect(Collectors.toSet());
        return accounts.lock(connections)
                .flatMap(locked -> Mono.zip(settleTerms.known(locked.values()), entries.known(ids, connections))
                        .map(found -> new DecidedEntries(locked, found.getT1(), found.getT2())))
                .flatMap(decided -> keep(decided.of(batch, decide, clock.instant()), clock.instant()));
    }

    private Mono<List<Rejected<AccountEntry>>> keep(DecidedEntries decided, Instant now) {
        return entries.add(decided.booked())
                .then(Mono.defer(() -> keepChanges.keep(decided.changes(), now)))
                .then(Mono.defer(() -> settleTerms.settle(decided.terms())))
                .then(Mono.defer(() -> splitRecharges.after(decided.arrears(), now)))
                .thenReturn(decided.rejected());
    }
}
