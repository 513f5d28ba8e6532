package in.sampark.meter.bill.r2dbc;

import in.sampark.meter.bill.domain.BillBook.Entry;
import in.sampark.meter.bill.domain.Dues;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.KnownPayment;
import in.sampark.meter.bill.domain.Told;
import in.sampark.meter.database.Columns;
import in.sampark.platform.database.Column;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes what changed in books, a statement a table. */
final class BillWrites {

    private static final String SAVE_BILLS = """
            insert into bill (discom, bill_number, connection_id, revision, cancelled, period_from, period_to, issued_at, due_date, amount_paise,
                 arrears_paise, energy_wh, told_revision, told_cancelled, told_rung, told_settled, notices)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::boolean[], $6::date[], $7::date[], $8::timestamptz[],
                 $9::date[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::boolean[], $15::bigint[], $16::boolean[],
                 $17::bigint[])
            on conflict (discom, bill_number) do update
            set revision = excluded.revision, cancelled = excluded.cancelled, period_from = excluded.period_from,
                period_to = excluded.period_to, issued_at = excluded.issued_at, due_date = excluded.due_date,
                amount_paise = excluded.amount_paise, arrears_paise = excluded.arrears_paise, energy_wh = excluded.energy_wh,
                told_revision = excluded.told_revision, told_cancelled = excluded.told_cancelled, told_rung = excluded.told_rung,
                told_settled = excluded.told_settled, notices = excluded.notices
            where bill.connection_id = excluded.connection_id
            returning bill_number
            """;

    private static final String SAVE_PAYMENTS = """
            insert into bill_payment (discom, payment_id, connection_id, bill_number, amount_paise, paid_at, reversed, reversed_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[], $7::boolean[],
                 $8::timestamptz[])
            on conflict (discom, payment_id) do update
            set bill_number = excluded.bill_number, paid_at = excluded.paid_at, reversed = excluded.reversed,
                reversed_at = excluded.reversed_at
            where bill_payment.connection_id = excluded.connection_id
            returning payment_id
            """;

    private static final String SAVE_DUES = """
            update dues d
            set outstanding_paise = n.outstanding_paise, credit_paise = n.credit_paise, overdue_paise = n.overdue_paise,
                overdue_since = n.overdue_since, next_look = n.next_look
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[], $6::date[])
                 as n(connection_id, outstanding_paise, credit_paise, overdue_paise, overdue_since, next_look)
            where d.connection_id = n.connection_id
            """;

    private final DatabaseClient database;

    BillWrites(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> save(Collection<Followed> books) {
        List<Entry> bills =
                books.stream().flatMap(book -> book.changedBills().stream()).toList();
        List<KnownPayment> payments =
                books.stream().flatMap(book -> book.changedPayments().stream()).toList();
        return saveBills(bills).then(Mono.defer(() -> savePayments(payments))).then(Mono.defer(() -> saveDues(books)));
    }

    private Mono<Void> saveBills(List<Entry> entries) {
        if (entries.isEmpty()) return Mono.empty();
        Columns<KnownBill> bills = Columns.of(entries.stream().map(Entry::bill).toList());
        Columns<KnownBill.Content> contents =
                Columns.of(bills.rows().stream().map(KnownBill::content).toList());
        Columns<Told> told = Columns.of(entries.stream()
                .map(entry -> Objects.requireNonNull(entry.told()))
                .toList());
        return database.sql(SAVE_BILLS)
                .bind("$1", bills.texts(bill -> bill.id().discom()))
                .bind("$2", bills.texts(bill -> bill.id().number()))
                .bind("$3", bills.texts(KnownBill::connectionId))
                .bind("$4", bills.numbers(bill -> bill.version().revision()))
                .bind("$5", bills.flags(bill -> bill.version().cancelled()))
                .bind("$6", contents.days(KnownBill.Content::periodFrom))
                .bind("$7", contents.days(KnownBill.Content::periodTo))
                .bind("$8", contents.times(KnownBill.Content::issuedAt))
                .bind("$9", contents.days(KnownBill.Content::dueDate))
                .bind("$10", contents.numbers(KnownBill.Content::amountPaise))
                .bind("$11", contents.numbers(KnownBill.Content::arrearsPaise))
                .bind("$12", contents.numbers(KnownBill.Content::energyWh))
                .bind("$13", told.numbers(of -> of.version().revision()))
                .bind("$14", told.flags(of -> of.version().cancelled()))
                .bind(
                        "$15",
                        told.numbers(of -> of.rung() == null ? null : of.rung().longValue()))
                .bind("$16", told.flags(Told::settled))
                .bind("$17", told.numbers(of -> (long) of.notices()))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .count()
                .flatMap(written -> all(written, entries.size(), "bill"));
    }

    private Mono<Void> savePayments(List<KnownPayment> payments) {
        if (payments.isEmpty()) return Mono.empty();
        Columns<KnownPayment> columns = Columns.of(payments);
        return database.sql(SAVE_PAYMENTS)
                .bind("$1", columns.texts(payment -> payment.id().discom()))
                .bind("$2", columns.texts(payment -> payment.id().payment()))
                .bind("$3", columns.texts(KnownPayment::connectionId))
                .bind("$4", columns.texts(KnownPayment::billNumber))
                .bind("$5", columns.numbers(KnownPayment::paise))
                .bind("$6", columns.times(KnownPayment::paidAt))
                .bind("$7", columns.flags(KnownPayment::reversed))
                .bind("$8", columns.times(KnownPayment::reversedAt))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .count()
                .flatMap(written -> all(written, payments.size(), "payment"));
    }

    /** In the order in which accounts are saved, for both write what a connection owes. */
    private Mono<Void> saveDues(Collection<Followed> inAnyOrder) {
        List<Followed> books = inAnyOrder.stream()
                .sorted(Comparator.comparing(book -> book.after().connectionId()))
                .toList();
        Columns<Followed> followed = Columns.of(books);
        Columns<Dues> dues = Columns.of(books.stream().map(Followed::dues).toList());
        return database.sql(SAVE_DUES)
                .bind("$1", followed.texts(book -> book.after().connectionId()))
                .bind("$2", dues.numbers(Dues::outstandingPaise))
                .bind("$3", dues.numbers(Dues::creditPaise))
                .bind("$4", dues.numbers(Dues::overduePaise))
                .bind("$5", dues.days(Dues::overdueSince))
                .bind("$6", dues.days(Dues::nextLook))
                .then();
    }

    /** One that another connection's batch has just taken is decided again, one by one, seeing that. */
    private static Mono<Void> all(long written, int expected, String what) {
        return written == expected
                ? Mono.empty()
                : Mono.error(new IllegalStateException(what + " of a connection: " + (expected - written)
                        + " taken for another meanwhile (expected: none)"));
    }
}
