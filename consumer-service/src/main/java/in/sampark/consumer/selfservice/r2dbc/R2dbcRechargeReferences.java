package in.sampark.consumer.selfservice.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.RechargeReferences;
import in.sampark.consumer.selfservice.domain.LastRecharge;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** References as keyed hashes, a row a connection. */
public class R2dbcRechargeReferences implements RechargeReferences {

    private static final String FIND = "select reference_hash from recharge_reference where connection_id = :id";

    private static final String TAKE = """
            insert into recharge_reference as held (connection_id, reference_hash, paid_at)
            select * from unnest(:ids::text[], :hashes::text[], :times::timestamptz[])
                as credited (connection_id, reference_hash, paid_at)
             order by connection_id
                on conflict (connection_id) do update set
                   reference_hash = excluded.reference_hash, paid_at = excluded.paid_at
             where held.paid_at < excluded.paid_at
            """;

    private static final String FORGET = "delete from recharge_reference where paid_at < :before";

    private static final String FORGET_ONE = "delete from recharge_reference where connection_id = :id";

    private final DatabaseClient database;

    public R2dbcRechargeReferences(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> find(ConnectionId id) {
        return database.sql(FIND)
                .bind("id", id.toString())
                .map(row -> Column.of(row, 0, String.class))
                .one();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> forget(ConnectionId id) {
        return database.sql(FORGET_ONE).bind("id", id.toString()).then();
    }

    @Override
    public Mono<Void> take(Collection<LastRecharge> recharges) {
        return database.sql(TAKE)
                .bind(
                        "ids",
                        recharges.stream()
                                .map(one -> one.connectionId().toString())
                                .toArray(String[]::new))
                .bind(
                        "hashes",
                        recharges.stream().map(LastRecharge::referenceHash).toArray(String[]::new))
                .bind(
                        "times",
                        recharges.stream()
                                .map(one -> one.paidAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }
}
