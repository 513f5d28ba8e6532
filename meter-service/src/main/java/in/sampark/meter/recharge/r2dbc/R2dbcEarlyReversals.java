package in.sampark.meter.recharge.r2dbc;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.database.Columns;
import in.sampark.meter.recharge.EarlyReversals;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.database.Column;
import in.sampark.platform.messaging.Received;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Early reversals in PostgreSQL, with all that their records say: of a payment that turns out to be another they become dead letters. */
public final class R2dbcEarlyReversals implements EarlyReversals {

    /** In one order, so that nobody waits in a circle. */
    private static final String HOLD = """
            select case when discom = any($2) then pg_advisory_xact_lock(lock)::text else pg_advisory_xact_lock_shared(lock)::text end
            from (select discom, hashtextextended('early reversals of ' || discom, 0) as lock from unnest($1::text[]) as d(discom)
                  order by discom) as ordered
            """;

    private static final String OF = """
            select e.*
            from unnest($1::text[], $2::text[]) as q(discom, gateway_transaction_id)
            join early_reversal e using (discom, gateway_transaction_id)
            order by e.sent_at, e.topic_offset
            """;

    private static final String KEEP = """
            insert into early_reversal (discom, gateway_transaction_id, connection_id, amount_paise, event_id, causation_id, reported_at, paid_at,
                                        topic_partition, topic_offset, sent_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
                                 $9::bigint[], $10::bigint[], $11::timestamptz[])
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from early_reversal e
            using unnest($1::text[], $2::text[]) as q(discom, gateway_transaction_id)
            where e.discom = q.discom and e.gateway_transaction_id = q.gateway_transaction_id
            """;

    private final DatabaseClient database;

    public R2dbcEarlyReversals(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> hold(Set<String> discoms, Set<String> alone) {
        return database.sql(HOLD)
                .bind("$1", discoms.toArray(String[]::new))
                .bind("$2", alone.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<List<Received<Recharge>>> of(Collection<Payment.Id> ids) {
        return sql(OF, ids).map(R2dbcEarlyReversals::read).all().collectList();
    }

    @Override
    public Mono<Void> keep(Collection<Received<Recharge>> reversals) {
        if (reversals.isEmpty()) return Mono.empty();
        Columns<Received<Recharge>> rows = Columns.of(reversals);
        Columns<Recharge> said =
                Columns.of(rows.rows().stream().map(Received::value).toList());
        return database.sql(KEEP)
                .bind("$1", said.texts(Recharge::getDiscom))
                .bind("$2", said.texts(Recharge::getGatewayTransactionId))
                .bind("$3", said.texts(Recharge::getConnectionId))
                .bind("$4", said.numbers(Recharge::getAmountPaise))
                .bind("$5", said.texts(Recharge::getEventId))
                .bind("$6", said.texts(Recharge::getCausationId))
                .bind("$7", said.times(Recharge::getOccurredAt))
                .bind("$8", said.times(Recharge::getPaidAt))
                .bind("$9", rows.numbers(row -> (long) row.partition()))
                .bind("$10", rows.numbers(Received::offset))
                .bind("$11", rows.times(Received::sentAt))
                .then();
    }

    @Override
    public Mono<Void> forget(Collection<Payment.Id> ids) {
        return ids.isEmpty() ? Mono.empty() : sql(FORGET, ids).then();
    }

    private DatabaseClient.GenericExecuteSpec sql(String statement, Collection<Payment.Id> ids) {
        Columns<Payment.Id> columns = Columns.of(ids);
        return database.sql(statement)
                .bind("$1", columns.texts(Payment.Id::discom))
                .bind("$2", columns.texts(Payment.Id::transaction));
    }

    private static Received<Recharge> read(Readable row) {
        Recharge reversal = Recharge.newBuilder()
                .setEventId(Column.of(row, "event_id", String.class))
                .setOccurredAt(Column.of(row, "reported_at", Instant.class))
                .setDiscom(Column.of(row, "discom", String.class))
                .setCausationId(row.get("causation_id", String.class))
                .setConnectionId(Column.of(row, "connection_id", String.class))
                .setGatewayTransactionId(Column.of(row, "gateway_transaction_id", String.class))
                .setStatus(RechargeStatus.REVERSED)
                .setAmountPaise(Column.of(row, "amount_paise", Long.class))
                .setPaidAt(Column.of(row, "paid_at", Instant.class))
                .build();
        return new Received<>(
                Topics.Name.RECHARGES,
                Column.of(row, "topic_partition", Integer.class),
                Column.of(row, "topic_offset", Long.class),
                reversal.getConnectionId(),
                Column.of(row, "sent_at", Instant.class),
                reversal);
    }
}
