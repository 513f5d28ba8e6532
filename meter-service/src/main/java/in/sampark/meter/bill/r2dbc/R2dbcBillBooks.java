package in.sampark.meter.bill.r2dbc;

import in.sampark.meter.bill.BillBooks;
import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.BillBook.Entry;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.KnownPayment;
import in.sampark.meter.database.Columns;
import in.sampark.platform.database.Column;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Books in PostgreSQL, whole batches a statement. */
public final class R2dbcBillBooks implements BillBooks {

    private static final String OPEN = """
            insert into dues (connection_id, discom)
            select c.connection_id, c.discom from connection c where c.connection_id = any($1)
            order by c.connection_id
            on conflict do nothing
            """;

    private static final String LOCK =
            "select connection_id, discom from dues where connection_id = any($1) order by connection_id for update";

    private static final String BILLS_OF = "select " + BillRows.BILL + "from bill b where b.connection_id = any($1)";

    private static final String PAYMENTS_OF =
            "select " + BillRows.PAYMENT + "from bill_payment p where p.connection_id = any($1)";

    private static final String BILLS = "select " + BillRows.BILL + """
            from unnest($1::text[], $2::text[]) as q(discom, bill_number) join bill b using (discom, bill_number)
            """;

    private static final String PAYMENTS = "select " + BillRows.PAYMENT + """
            from unnest($1::text[], $2::text[]) as q(discom, payment_id) join bill_payment p using (discom, payment_id)
            """;

    private static final String DUE =
            "select connection_id from dues where next_look <= $1 order by next_look, connection_id limit $2";

    private static final String COUNT_DUE = "select count(*) from dues where next_look <= $1";

    private record Owner(String connectionId, String discom) {}

    private final DatabaseClient database;
    private final BillWrites writes;

    public R2dbcBillBooks(DatabaseClient database) {
        this.database = database;
        this.writes = new BillWrites(database);
    }

    @Override
    public Mono<Map<String, BillBook>> lock(Collection<String> connectionIds) {
        String[] ids = connectionIds.toArray(String[]::new);
        return database.sql(OPEN)
                .bind("$1", ids)
                .then()
                .then(database.sql(LOCK)
                        .bind("$1", ids)
                        .map(row -> new Owner(
                                Column.of(row, "connection_id", String.class), Column.of(row, "discom", String.class)))
                        .all()
                        .collectList())
                .flatMap(owners -> books(owners, ids));
    }

    private Mono<Map<String, BillBook>> books(List<Owner> owners, String[] ids) {
        Mono<List<Entry>> bills = database.sql(BILLS_OF)
                .bind("$1", ids)
                .map(BillRows::entry)
                .all()
                .collectList();
        Mono<List<KnownPayment>> payments = database.sql(PAYMENTS_OF)
                .bind("$1", ids)
                .map(BillRows::payment)
                .all()
                .collectList();
        return bills.flatMap(loaded -> payments.map(paid -> books(owners, loaded, paid)));
    }

    private static Map<String, BillBook> books(List<Owner> owners, List<Entry> bills, List<KnownPayment> payments) {
        Map<String, Map<String, Entry>> billsOf = bills.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.bill().connectionId(),
                        Collectors.toMap(entry -> entry.bill().id().number(), Function.identity())));
        Map<String, Map<String, KnownPayment>> paymentsOf = payments.stream()
                .collect(Collectors.groupingBy(
                        KnownPayment::connectionId,
                        Collectors.toMap(payment -> payment.id().payment(), Function.identity())));
        return owners.stream()
                .collect(Collectors.toMap(
                        Owner::connectionId,
                        owner -> new BillBook(
                                owner.connectionId(),
                                owner.discom(),
                                billsOf.getOrDefault(owner.connectionId(), Map.of()),
                                paymentsOf.getOrDefault(owner.connectionId(), Map.of()))));
    }

    @Override
    public Mono<Map<KnownBill.Id, KnownBill>> bills(Collection<KnownBill.Id> ids) {
        Columns<KnownBill.Id> columns = Columns.of(ids);
        return database.sql(BILLS)
                .bind("$1", columns.texts(KnownBill.Id::discom))
                .bind("$2", columns.texts(KnownBill.Id::number))
                .map(row -> BillRows.entry(row).bill())
                .all()
                .collectMap(KnownBill::id);
    }

    @Override
    public Mono<Map<KnownPayment.Id, KnownPayment>> payments(Collection<KnownPayment.Id> ids) {
        Columns<KnownPayment.Id> columns = Columns.of(ids);
        return database.sql(PAYMENTS)
                .bind("$1", columns.texts(KnownPayment.Id::discom))
                .bind("$2", columns.texts(KnownPayment.Id::payment))
                .map(BillRows::payment)
                .all()
                .collectMap(KnownPayment::id);
    }

    @Override
    public Mono<Void> save(Collection<Followed> books) {
        return writes.save(books);
    }

    @Override
    public Mono<List<String>> due(LocalDate through, int atMost) {
        return database.sql(DUE)
                .bind("$1", through)
                .bind("$2", atMost)
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> countDue(LocalDate through) {
        return database.sql(COUNT_DUE)
                .bind("$1", through)
                .map(row -> Column.of(row, 0, Long.class))
                .one();
    }
}
