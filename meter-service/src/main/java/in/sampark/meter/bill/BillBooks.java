package in.sampark.meter.bill;

import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.KnownPayment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The bills and payments of connections. All methods join the caller's transaction. */
public interface BillBooks {

    /**
     * The books of those connections that are known, by connection. They stay locked until the transaction ends; locks are taken in the order of the
     * connection ids.
     */
    Mono<Map<String, BillBook>> lock(Collection<String> connectionIds);

    /** Those of the bills that are known, whosever they are. */
    Mono<Map<KnownBill.Id, KnownBill>> bills(Collection<KnownBill.Id> ids);

    /** Those of the payments that are known, whosever they are. */
    Mono<Map<KnownPayment.Id, KnownPayment>> payments(Collection<KnownPayment.Id> ids);

    /** Writes what changed in books locked before. */
    Mono<Void> save(Collection<Followed> books);

    /** Some connections to be looked at up to and including a local day, those waiting longest first. */
    Mono<List<String>> due(LocalDate through, int atMost);

    /** How many connections are to be looked at up to and including a local day. */
    Mono<Long> countDue(LocalDate through);
}
