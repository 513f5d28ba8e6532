package in.sampark.meter.supply;

import in.sampark.contract.utility.SupplyReport;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Takes in what the head-end says of switches. What is older than what is known changes nothing, so neither order nor repetition counts. */
public final class RecordSupply {

    private final Accounts accounts;
    private final Supplies supplies;
    private final KeepSupply keepSupply;
    private final Bookkeeping books;
    private final Duration tolerance;
    private final Clock clock;

    RecordSupply(
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            Duration tolerance,
            Clock clock) {
        this.accounts = accounts;
        this.supplies = supplies;
        this.keepSupply = keepSupply;
        this.books = books;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the reports that are not believed. */
    public Mono<List<Rejected<SupplyReport>>> record(List<Received<SupplyReport>> batch) {
        return accounts.lock(batch.stream()
                        .map(received -> received.value().getConnectionId())
                        .collect(Collectors.toSet()))
                .flatMap(locked -> supplies.of(locked.keySet()).flatMap(watched -> keep(batch, locked, watched)));
    }

    private Mono<List<Rejected<SupplyReport>>> keep(
            List<Received<SupplyReport>> batch, Map<String, Account> locked, Map<String, Watched> watched) {
        Instant now = clock.instant();
        Noted<SupplyReport> noted = new Noted<>(locked, watched);
        batch.forEach(received -> noted.take(received, SupplyContract.read(received.value(), now.plus(tolerance))));
        return keepSupply.keep(noted.seen(books, now), now).thenReturn(noted.rejected());
    }
}
