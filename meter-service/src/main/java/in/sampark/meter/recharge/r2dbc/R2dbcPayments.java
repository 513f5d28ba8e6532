package in.sampark.meter.recharge.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.recharge.Payments;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Payments in PostgreSQL, whole batches a statement. */
public final class R2dbcPayments implements Payments {

    private static final String CREDITED = """
            select r.discom, r.gateway_transaction_id, r.connection_id, r.amount_paise, r.paid_at
            from unnest($1::text[], $2::text[]) as q(discom, gateway_transaction_id)
            join recharge r using (discom, gateway_transaction_id)
            """;

    private static final String ADD = """
            insert into recharge (discom, gateway_transaction_id, connection_id, amount_paise, paid_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[])
            """;

    private final DatabaseClient database;

    public R2dbcPayments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<Payment.Id, Payment>> credited(Collection<Payment.Id> ids) {
        Columns<Payment.Id> columns = Columns.of(ids);
        return database.sql(CREDITED)
                .bind("$1", columns.texts(Payment.Id::discom))
                .bind("$2", columns.texts(Payment.Id::transaction))
                .map(row -> new Payment(
                        new Payment.Id(
                                Column.of(row, "discom", String.class),
                                Column.of(row, "gateway_transaction_id", String.class)),
                        Column.of(row, "connection_id", String.class),
                        Column.of(row, "amount_paise", Long.class),
                        Column.of(row, "paid_at", Instant.class)))
                .all()
                .collectMap(Payment::id);
    }

    @Override
    public Mono<Void> add(List<Payment> payments) {
        if (payments.isEmpty()) return Mono.empty();
        Columns<Payment> columns = Columns.of(payments);
        return database.sql(ADD)
                .bind("$1", columns.texts(payment -> payment.id().discom()))
                .bind("$2", columns.texts(payment -> payment.id().transaction()))
                .bind("$3", columns.texts(Payment::connectionId))
                .bind("$4", columns.numbers(Payment::paise))
                .bind("$5", columns.times(Payment::paidAt))
                .then();
    }
}
