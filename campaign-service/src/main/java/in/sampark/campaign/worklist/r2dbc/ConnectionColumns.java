package in.sampark.campaign.worklist.r2dbc;

import in.sampark.campaign.worklist.domain.ConnectionState;
import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What connections say of consumers. */
public class ConnectionColumns {

    /**
     * A state replaces one of a lower version. A removal has no version: it counts unless what is kept came after it on the topic.
     * Either way a replay changes nothing. Rows are taken in the order of their ids, for other topics may be writing to the same ones.
     */
    private static final String TAKE = """
            insert into consumers as c (connection_id, connection_version, connection_offset, account_no, area_path, substation,
                                        feeder_code, dt_code, supply_to, recorded_at)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[],
                                 $7::text[], $8::text[], $9::date[], $10::timestamptz[]) as n(connection_id)
            order by n.connection_id
            on conflict (connection_id) do update
              set connection_version = greatest(c.connection_version, excluded.connection_version),
                  connection_offset = excluded.connection_offset, account_no = excluded.account_no,
                  area_path = excluded.area_path, substation = excluded.substation, feeder_code = excluded.feeder_code,
                  dt_code = excluded.dt_code, supply_to = excluded.supply_to, recorded_at = excluded.recorded_at
              where case when excluded.area_path is null then c.connection_offset < excluded.connection_offset
                         else c.connection_version < excluded.connection_version end
            """;

    private final DatabaseClient database;

    public ConnectionColumns(DatabaseClient database) {
        this.database = database;
    }

    /** Takes what is news, one word a connection. */
    public Mono<Void> take(Collection<Projected<ConnectionState>> words) {
        News<ConnectionState> news = new News<>(words);
        return database.sql(TAKE)
                .bind("$1", news.keys())
                .bind("$2", news.versions())
                .bind("$3", news.offsets())
                .bind("$4", news.texts(ConnectionState::accountNo))
                .bind("$5", news.texts(ConnectionState::areaPath))
                .bind("$6", news.texts(ConnectionState::substation))
                .bind("$7", news.texts(ConnectionState::feederCode))
                .bind("$8", news.texts(ConnectionState::dtCode))
                .bind("$9", news.days(ConnectionState::supplyTo))
                .bind("$10", news.times(ConnectionState::recordedAt))
                .then();
    }
}
