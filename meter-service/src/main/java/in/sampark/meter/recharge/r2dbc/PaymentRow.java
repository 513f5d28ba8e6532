package in.sampark.meter.recharge.r2dbc;

import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;

/** A payment as its row. */
final class PaymentRow {

    private PaymentRow() {}

    static Known known(Readable row) {
        return new Known(
                payment(row), Column.of(row, "arrears_paise", Long.class), row.get("reversed_at", Instant.class));
    }

    static Payment payment(Readable row) {
        return new Payment(
                new Payment.Id(
                        Column.of(row, "discom", String.class), Column.of(row, "gateway_transaction_id", String.class)),
                Column.of(row, "connection_id", String.class),
                Column.of(row, "amount_paise", Long.class),
                Column.of(row, "paid_at", Instant.class));
    }
}
