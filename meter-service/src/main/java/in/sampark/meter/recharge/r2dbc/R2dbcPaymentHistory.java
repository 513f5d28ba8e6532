package in.sampark.meter.recharge.r2dbc;

import in.sampark.meter.database.Columns;
import in.sampark.meter.recharge.PaymentHistory;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Owed;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The history in PostgreSQL, whole batches a statement. */
public final class R2dbcPaymentHistory implements PaymentHistory {

    private static final String OUT_OF_ORDER = """
            select q.connection_id
            from unnest($1::text[], $2::text[], $3::timestamptz[]) as q(connection_id, transaction, at)
            where exists (
                select from recharge r
                where r.connection_id = q.connection_id and r.credited and r.gateway_transaction_id <> q.transaction
                    and (r.paid_at >= q.at or r.reversed_at >= q.at))
            or exists (
                select from ledger_entry e
                where e.connection_id = q.connection_id and e.arrears_paise <> 0 and e.kind = 'ARREARS' and e.at > q.at)
            """;

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
    public Mono<Map<String, News>> outOfOrder(Map<String, News> news) {
        Columns<Map.Entry<String, News>> columns = Columns.of(news.entrySet());
        return database.sql(OUT_OF_ORDER)
                .bind("$1", columns.texts(Map.Entry::getKey))
                .bind("$2", columns.texts(entry -> entry.getValue().transaction()))
                .bind("$3", columns.times(entry -> entry.getValue().at()))
                .map(row -> Column.of(row, "connection_id", String.class))
                .all()
                .collect(Collectors.toSet())
                .map(found -> news.entrySet().stream()
                        .filter(entry -> found.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
