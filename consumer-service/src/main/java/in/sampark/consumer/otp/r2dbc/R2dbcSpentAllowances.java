package in.sampark.consumer.otp.r2dbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import in.sampark.consumer.otp.SpentAllowances;
import in.sampark.consumer.otp.domain.Spender;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spent allowances as rows that name nobody: whoever spent is known by keyed hash. */
public class R2dbcSpentAllowances implements SpentAllowances {

    /** In the order of the keys, so that two who want the same locks do not wait for each other for good. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(who, 0) as key from unnest(:whos::text[]) as wanted (who)
                     order by key) as keys
            """;

    private static final String SPENT = """
            select who, spent_at from allowance_spent
             where who = any(:whos) and spent_at > :since
             order by spent_at
            """;

    private static final String SPEND = """
            insert into allowance_spent (who, spent_at) select who, :at from unnest(:whos::text[]) as spending (who)
            """;

    private static final String FORGET = "delete from allowance_spent where spent_at < :before";

    private final DatabaseClient database;
    private final KeyedHash hash;

    public R2dbcSpentAllowances(DatabaseClient database, KeyedHash hash) {
        this.database = database;
        this.hash = hash;
    }

    @Override
    public Mono<Map<Spender, List<Instant>>> lock(Collection<Spender> spenders, Instant since) {
        return database.sql(LOCK).bind("whos", hashes(spenders)).then().then(Mono.defer(() -> find(spenders, since)));
    }

    @Override
    public Mono<Map<Spender, List<Instant>>> find(Collection<Spender> spenders, Instant since) {
        return spent(spenders, since)
                .collect(groupingBy(Spent::who, mapping(Spent::at, toList())))
                .map(times -> spenders.stream()
                        .collect(toMap(Function.identity(), one -> times.getOrDefault(hash(one), List.of()))));
    }

    @Override
    public Mono<Void> spend(Collection<Spender> spenders, Instant at) {
        return database.sql(SPEND)
                .bind("whos", hashes(spenders))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .then();
    }

    private Flux<Spent> spent(Collection<Spender> spenders, Instant since) {
        return database.sql(SPENT)
                .bind("whos", hashes(spenders))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map(row -> new Spent(Column.of(row, "who", String.class), Column.of(row, "spent_at", Instant.class)))
                .all();
    }

    private String[] hashes(Collection<Spender> spenders) {
        return spenders.stream().map(this::hash).toArray(String[]::new);
    }

    private String hash(Spender spender) {
        return hash.hex(spender.kind() + "\n" + spender.who());
    }

    private record Spent(String who, Instant at) {}
}
