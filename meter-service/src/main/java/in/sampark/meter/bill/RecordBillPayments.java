package in.sampark.meter.bill;

import in.sampark.contract.utility.BillPayment;
import in.sampark.contract.utility.BillPaymentStatus;
import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.JudgePayment;
import in.sampark.meter.bill.domain.KnownPayment;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Records what consumers paid of their bills, and what was taken back, each payment once. */
public final class RecordBillPayments {

    private final BillBooks books;
    private final JudgePayment judge;
    private final KeepBooks keepBooks;
    private final Clock clock;

    RecordBillPayments(BillBooks books, JudgePayment judge, KeepBooks keepBooks, Clock clock) {
        this.books = books;
        this.judge = judge;
        this.keepBooks = keepBooks;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the payments that don't count. */
    public Mono<List<Rejected<BillPayment>>> record(List<Received<BillPayment>> batch) {
        List<KnownPayment> said =
                batch.stream().map(Received::value).map(BillContract::payment).toList();
        return books.lock(said.stream().map(KnownPayment::connectionId).collect(Collectors.toSet()))
                .flatMap(loaded -> books.payments(
                                said.stream().map(KnownPayment::id).collect(Collectors.toSet()))
                        .flatMap(held -> keep(batch, loaded, held, clock.instant())));
    }

    private Mono<List<Rejected<BillPayment>>> keep(
            List<Received<BillPayment>> batch,
            Map<String, BillBook> loaded,
            Map<KnownPayment.Id, KnownPayment> held,
            Instant now) {
        DecidedBooks<BillPayment> decided = new DecidedBooks<>(loaded);
        Map<KnownPayment.Id, KnownPayment> known = new HashMap<>(held);
        batch.forEach(received -> take(received, decided, known, now));
        return keepBooks.keep(decided.changed(), now).thenReturn(decided.rejected());
    }

    private void take(
            Received<BillPayment> received,
            DecidedBooks<BillPayment> decided,
            Map<KnownPayment.Id, KnownPayment> known,
            Instant now) {
        if (received.value().getStatus() == BillPaymentStatus.UNKNOWN) {
            decided.refuse(received, "status: UNKNOWN (expected: RECEIVED or REVERSED)");
            return;
        }
        KnownPayment payment = BillContract.payment(received.value());
        BillBook book = decided.book(payment.connectionId());
        if (decided.take(
                received, received.value().getEventId(), judge.judge(payment, book, known.get(payment.id()), now))) {
            known.merge(payment.id(), payment, KnownPayment::and);
        }
    }
}
