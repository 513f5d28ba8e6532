package in.sampark.meter.recharge.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.recharge.Payments;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.database.Column;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Payments in PostgreSQL, whole batches a statement. */
public final class R2dbcPayments implements Payments {

    private static final String KNOWN = """
            select r.*
            from unnest($1::text[], $2::text[]) as q(discom, gateway_transaction_id)
            join recharge r using (discom, gateway_transaction_id)
            where r.credited
            """;

    private static final String LATEST = """
            select r.discom, r.gateway_transaction_id, r.connection_id, r.amount_paise, r.paid_at
            from unnest($1::text[], $2::bigint[]) as q(connection_id, count)
            cross join lateral (
                select * from recharge r
                where r.connection_id = q.connection_id and r.credited and r.reversed_at is null
                order by r.paid_at desc, r.gateway_transaction_id desc
                limit q.count) r
            """;

    private static final String ARREARS = """
            select connection_id, sum(arrears_paise)::bigint as arrears_paise
            from ledger_entry
            where connection_id = any($1) and arrears_paise <> 0
            group by connection_id
            """;

    private static final String KEEP = """
            insert into recharge (discom, gateway_transaction_id, connection_id, amount_paise, paid_at, arrears_paise, reversed_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::bigint[], $7::timestamptz[])
            order by 1, 2
            on conflict (discom, gateway_transaction_id) do update
            set paid_at = excluded.paid_at, credited = true, arrears_paise = excluded.arrears_paise,
                reversed_at = excluded.reversed_at
            where recharge.connection_id = excluded.connection_id and recharge.amount_paise = excluded.amount_paise
            returning gateway_transaction_id
            """;

    private final DatabaseClient database;

    public R2dbcPayments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<Payment.Id, Known>> known(Collection<Payment.Id> ids) {
        Columns<Payment.Id> columns = Columns.of(ids);
        return database.sql(KNOWN)
                .bind("$1", columns.texts(Payment.Id::discom))
                .bind("$2", columns.texts(Payment.Id::transaction))
                .map(PaymentRow::known)
                .all()
                .collectMap(known -> known.payment().id());
    }

    @Override
    public Mono<Map<String, List<Payment>>> latest(Map<String, Integer> countByConnection) {
        if (countByConnection.isEmpty()) return Mono.just(Map.of());
        Columns<Map.Entry<String, Integer>> columns = Columns.of(countByConnection.entrySet());
        return database.sql(LATEST)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.numbers(entry -> entry.getValue().longValue()))
                .map(PaymentRow::payment)
                .all()
                .collect(Collectors.groupingBy(Payment::connectionId));
    }

    @Override
    public Mono<Map<String, Long>> arrears(Collection<String> connectionIds) {
        return database.sql(ARREARS)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(row -> Map.entry(
                        Column.of(row, "connection_id", String.class), Column.of(row, "arrears_paise", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> keep(Collection<Known> known) {
        if (known.isEmpty()) return Mono.empty();
        Columns<Known> columns = Columns.of(known);
        Columns<Payment> payments =
                Columns.of(columns.rows().stream().map(Known::payment).toList());
        return database.sql(KEEP)
                .bind("$1", payments.texts(payment -> payment.id().discom()))
                .bind("$2", payments.texts(payment -> payment.id().transaction()))
                .bind("$3", payments.texts(Payment::connectionId))
                .bind("$4", payments.numbers(Payment::paise))
                .bind("$5", payments.times(Payment::paidAt))
                .bind("$6", columns.numbers(Known::arrearsPaise))
                .bind("$7", columns.times(Known::reversedAt))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .count()
                .flatMap(kept -> kept == known.size() ? Mono.empty() : Mono.error(takenMeanwhile()));
    }

    /** Accounts of two connections are locked by two transactions that do not see each other: the later one is decided again. */
    private static OptimisticLockingFailureException takenMeanwhile() {
        return new OptimisticLockingFailureException(
                "a gateway transaction was booked for another connection meanwhile");
    }
}
