package in.sampark.meter.recharge.r2dbc;

import in.sampark.meter.recharge.PaymentHistory;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Owed;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The history in PostgreSQL, whole batches a statement. */
public final class R2dbcPaymentHistory implements PaymentHistory {

    private static final String OWED = """
            select connection_id, at, arrears_paise
            from ledger_entry
            where connection_id = any($1) and arrears_paise <> 0 and kind = 'ARREARS'
            """;

    private static final String CREDITED =
            "select r.* from recharge r where r.connection_id = any($1) and r.credited order by r.paid_at, r.gateway_transaction_id";

    private final DatabaseClient database;

    public R2dbcPaymentHistory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Collection<Owed>>> owed(Collection<String> connectionIds) {
        return database.sql(OWED)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(row -> Map.entry(
                        Column.of(row, "connection_id", String.class),
                        new Owed(Column.of(row, "at", Instant.class), Column.of(row, "arrears_paise", Long.class))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Map<String, Collection<Known>>> credited(Collection<String> connectionIds) {
        return database.sql(CREDITED)
                .bind("$1", connectionIds.toArray(String[]::new))
                .map(PaymentRow::known)
                .all()
                .collectMultimap(known -> known.payment().connectionId());
    }
}
