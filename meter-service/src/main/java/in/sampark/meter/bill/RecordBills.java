package in.sampark.meter.bill;

import in.sampark.contract.utility.Bill;
import in.sampark.contract.utility.BillStatus;
import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.JudgeBill;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Records what billing says of bills, each revision once. Connections are known before their bills: what names another becomes a dead letter. */
public final class RecordBills {

    private final BillBooks books;
    private final JudgeBill judge;
    private final KeepBooks keepBooks;
    private final Clock clock;

    RecordBills(BillBooks books, JudgeBill judge, KeepBooks keepBooks, Clock clock) {
        this.books = books;
        this.judge = judge;
        this.keepBooks = keepBooks;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the bills that don't count. */
    public Mono<List<Rejected<Bill>>> record(List<Received<Bill>> batch) {
        List<KnownBill> said =
                batch.stream().map(Received::value).map(BillContract::bill).toList();
        return books.lock(said.stream().map(KnownBill::connectionId).collect(Collectors.toSet()))
                .flatMap(loaded -> books.bills(said.stream().map(KnownBill::id).collect(Collectors.toSet()))
                        .flatMap(held -> keep(batch, loaded, held, clock.instant())));
    }

    private Mono<List<Rejected<Bill>>> keep(
            List<Received<Bill>> batch, Map<String, BillBook> loaded, Map<KnownBill.Id, KnownBill> held, Instant now) {
        DecidedBooks<Bill> decided = new DecidedBooks<>(loaded);
        Map<KnownBill.Id, KnownBill> known = new HashMap<>(held);
        batch.forEach(received -> take(received, decided, known, now));
        return keepBooks.keep(decided.changed(), now).thenReturn(decided.rejected());
    }

    private void take(
            Received<Bill> received, DecidedBooks<Bill> decided, Map<KnownBill.Id, KnownBill> known, Instant now) {
        if (received.value().getStatus() == BillStatus.UNKNOWN) {
            decided.refuse(received, "status: UNKNOWN (expected: ISSUED or CANCELLED)");
            return;
        }
        KnownBill bill = BillContract.bill(received.value());
        BillBook book = decided.book(bill.connectionId());
        if (decided.take(received, received.value().getEventId(), judge.judge(bill, book, known.get(bill.id()), now))) {
            known.put(bill.id(), bill);
        }
    }
}
