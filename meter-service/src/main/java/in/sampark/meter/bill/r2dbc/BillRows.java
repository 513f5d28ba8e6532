package in.sampark.meter.bill.r2dbc;

import in.sampark.meter.bill.domain.BillBook.Entry;
import in.sampark.meter.bill.domain.KnownBill;
import in.sampark.meter.bill.domain.KnownPayment;
import in.sampark.meter.bill.domain.Told;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;

/** Bills and payments as their rows. */
final class BillRows {

    static final String BILL = """
            b.discom, b.bill_number, b.connection_id, b.revision, b.cancelled, b.period_from, b.period_to, b.issued_at, b.due_date,
            b.amount_paise, b.arrears_paise, b.energy_wh, b.told_revision, b.told_cancelled, b.told_rung, b.told_settled, b.notices
            """;

    static final String PAYMENT =
            "p.discom, p.payment_id, p.connection_id, p.bill_number, p.amount_paise, p.paid_at, p.reversed, p.reversed_at\n";

    private BillRows() {}

    static Entry entry(Readable row) {
        return new Entry(
                bill(row),
                new Told(
                        new KnownBill.Version(
                                Column.of(row, "told_revision", Long.class),
                                Column.of(row, "told_cancelled", Boolean.class)),
                        row.get("told_rung", Integer.class),
                        Column.of(row, "told_settled", Boolean.class),
                        Column.of(row, "notices", Integer.class)));
    }

    static KnownPayment payment(Readable row) {
        return new KnownPayment(
                new KnownPayment.Id(Column.of(row, "discom", String.class), Column.of(row, "payment_id", String.class)),
                Column.of(row, "connection_id", String.class),
                row.get("bill_number", String.class),
                Column.of(row, "amount_paise", Long.class),
                Column.of(row, "paid_at", Instant.class),
                Column.of(row, "reversed", Boolean.class),
                row.get("reversed_at", Instant.class));
    }

    private static KnownBill bill(Readable row) {
        return new KnownBill(
                new KnownBill.Id(Column.of(row, "discom", String.class), Column.of(row, "bill_number", String.class)),
                Column.of(row, "connection_id", String.class),
                new KnownBill.Version(
                        Column.of(row, "revision", Long.class), Column.of(row, "cancelled", Boolean.class)),
                new KnownBill.Content(
                        Column.of(row, "period_from", LocalDate.class),
                        Column.of(row, "period_to", LocalDate.class),
                        Column.of(row, "issued_at", Instant.class),
                        Column.of(row, "due_date", LocalDate.class),
                        Column.of(row, "amount_paise", Long.class),
                        Column.of(row, "arrears_paise", Long.class),
                        Column.of(row, "energy_wh", Long.class)));
    }
}
