package in.sampark.consumer.audit;

import in.sampark.platform.web.CallerAddress;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Notes who did what, in the transaction in which it is done: what is rolled back was not done, and what is done is noted. */
public class AuditTrail {

    private final AuditEntries entries;
    private final Clock clock;

    AuditTrail(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Joins the caller's transaction. The address of the request being answered is noted, too. */
    public Mono<Void> note(List<AuditEntry> done) {
        return done.isEmpty()
                ? Mono.empty()
                : Mono.deferContextual(context -> entries.add(
                        done, clock.instant(), CallerAddress.of(context).orElse(null)));
    }

    /** {@link #note(List)} of a single entry. */
    public Mono<Void> note(AuditEntry done) {
        return note(List.of(done));
    }
}
