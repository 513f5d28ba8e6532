package in.sampark.notification.recipient.r2dbc;

import in.sampark.notification.recipient.domain.ConnectionState;
import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Connections as notices need them. */
public class ConnectionTable {

    /** As with contacts: higher versions replace, removals count by position, replays change nothing. */
    private static final String TAKE = """
            insert into connections as c (connection_id, version, applied_offset, removed, discom, account_no,
                                          area_path, substation, feeder_code, dt_code, billing_mode, meter_no)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bool[], $5::text[], $6::text[],
                                 $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                     as n(connection_id, version, applied_offset, removed, discom, account_no,
                          area_path, substation, feeder_code, dt_code, billing_mode, meter_no)
            order by connection_id
            on conflict (connection_id) do update
              set version = greatest(c.version, excluded.version), applied_offset = excluded.applied_offset,
                  removed = excluded.removed, discom = excluded.discom, account_no = excluded.account_no,
                  area_path = excluded.area_path, substation = excluded.substation,
                  feeder_code = excluded.feeder_code, dt_code = excluded.dt_code,
                  billing_mode = excluded.billing_mode, meter_no = excluded.meter_no
              where case when excluded.removed then c.applied_offset < excluded.applied_offset
                         else c.version < excluded.version end
            """;

    private final DatabaseClient database;

    public ConnectionTable(DatabaseClient database) {
        this.database = database;
    }

    /** Takes what is news, one word a connection. */
    public Mono<Void> take(Collection<Projected<ConnectionState>> news) {
        return database.sql(TAKE)
                .bind("$1", news.stream().map(Projected::key).toArray(String[]::new))
                .bind("$2", news.stream().map(Projected::version).toArray(Long[]::new))
                .bind("$3", news.stream().map(Projected::offset).toArray(Long[]::new))
                .bind("$4", news.stream().map(Projected::removed).toArray(Boolean[]::new))
                .bind("$5", column(news, ConnectionState::discom))
                .bind("$6", column(news, ConnectionState::accountNo))
                .bind("$7", column(news, ConnectionState::areaPath))
                .bind("$8", column(news, ConnectionState::substation))
                .bind("$9", column(news, ConnectionState::feederCode))
                .bind("$10", column(news, ConnectionState::dtCode))
                .bind("$11", column(news, ConnectionState::billingMode))
                .bind("$12", column(news, ConnectionState::meterNo))
                .then();
    }

    private static @Nullable String[] column(
            Collection<Projected<ConnectionState>> news, Function<ConnectionState, @Nullable String> column) {
        return news.stream()
                .map(one -> one.state() == null ? null : column.apply(one.state()))
                .toArray(String[]::new);
    }
}
