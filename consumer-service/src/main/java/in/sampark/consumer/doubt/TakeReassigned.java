package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.contact.ContactSearch;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.doubt.csv.ReassignedFile;
import in.sampark.consumer.doubt.domain.Reassigned;
import in.sampark.consumer.doubt.domain.ReassignedLine;
import in.sampark.consumer.doubt.domain.ReassignedReport;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the regulator's list of reassigned numbers (TRAI's MNRL), and doubts those that were proven before they were reassigned. */
public class TakeReassigned {

    private static final int BATCH = 1000;

    private final ContactSearch search;
    private final DoubtNumbers doubtNumbers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeReassigned(ContactSearch search, DoubtNumbers doubtNumbers, TransactionalOperator transaction, Clock clock) {
        this.search = search;
        this.doubtNumbers = doubtNumbers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Numbers of connections in the caller's area. A list that ends half-way has cast its doubts so far; the same can be sent
     * again.
     */
    public Mono<ReassignedReport> take(Flux<DataBuffer> list, Caller caller) {
        Instant now = clock.instant();
        return ReassignedFile.lines(list, now)
                .buffer(BATCH)
                .concatMap(lines -> take(lines, caller, now), 1)
                .reduce(ReassignedReport.EMPTY, ReassignedReport::plus);
    }

    private Mono<ReassignedReport> take(List<ReassignedLine> lines, Caller caller, Instant now) {
        List<Reassigned> reassigned = lines.stream()
                .flatMap(line -> line instanceof ReassignedLine.Good(Reassigned one)
                        ? List.of(one).stream()
                        : List.<Reassigned>of().stream())
                .toList();
        return search.holding(reassigned.stream().map(Reassigned::number).toList(), caller.areaPath())
                .flatMap(holding -> doubtNumbers.doubt(
                        holding,
                        (id, held) -> reassigned.stream().anyMatch(one -> one.casts(held)),
                        new DoubtNumbers.Cause(DoubtReason.REASSIGNED, Actor.of(caller), now)))
                .map(doubted -> report(lines, doubted.size()))
                .as(transaction::transactional);
    }

    private static ReassignedReport report(List<ReassignedLine> lines, int doubted) {
        List<ReassignedLine.LineError> errors = lines.stream()
                .filter(ReassignedLine.Bad.class::isInstance)
                .map(line -> ((ReassignedLine.Bad) line).error())
                .toList();
        return new ReassignedReport(lines.size(), doubted, errors.size(), errors);
    }
}
