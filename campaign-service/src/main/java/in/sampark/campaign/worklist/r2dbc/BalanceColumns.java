package in.sampark.campaign.worklist.r2dbc;

import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What balances say of consumers. */
public class BalanceColumns {

    /** As with connections: higher versions replace, removals count by position, replays change nothing. */
    private static final String TAKE = """
            insert into consumers as c (connection_id, balance_version, balance_offset, available_paise)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as n(connection_id)
            order by n.connection_id
            on conflict (connection_id) do update
              set balance_version = greatest(c.balance_version, excluded.balance_version),
                  balance_offset = excluded.balance_offset, available_paise = excluded.available_paise
              where case when excluded.available_paise is null then c.balance_offset < excluded.balance_offset
                         else c.balance_version < excluded.balance_version end
            """;

    private final DatabaseClient database;

    public BalanceColumns(DatabaseClient database) {
        this.database = database;
    }

    /** Takes what is news, one word a connection. */
    public Mono<Void> take(Collection<Projected<Long>> words) {
        News<Long> news = new News<>(words);
        return database.sql(TAKE)
                .bind("$1", news.keys())
                .bind("$2", news.versions())
                .bind("$3", news.offsets())
                .bind("$4", news.numbers(available -> available))
                .then();
    }
}
