package in.sampark.consumer.importing.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.importing.SeenAccounts;
import in.sampark.consumer.importing.domain.RowReading;
import in.sampark.platform.database.Column;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Connections named by a file as rows that live as long as its import. */
public class R2dbcSeenAccounts implements SeenAccounts {

    /** No import takes a day. */
    private static final String FORGET_LOST = "delete from import_account where seen_at < now() - interval '1 day'";

    /** What is selected is what was there before the statement, so a row just inserted does not see itself. */
    private static final String NAMED_BEFORE = """
            with named as (select * from unnest(:ids::text[], :lines::bigint[]) as row (connection_id, line)),
                 remembered as (
                   insert into import_account (import_id, connection_id, line)
                   select :import, connection_id, line from named
                       on conflict (import_id, connection_id) do nothing)
            select earlier.connection_id, earlier.line
              from import_account earlier join named using (connection_id)
             where earlier.import_id = :import
            """;

    private static final String FORGET = "delete from import_account where import_id = :import";

    private final DatabaseClient database;

    public R2dbcSeenAccounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> forgetLost() {
        return database.sql(FORGET_LOST).then();
    }

    @Override
    public Mono<Map<ConnectionId, Long>> namedBefore(UUID importId, List<RowReading.Good> rows) {
        return database.sql(NAMED_BEFORE)
                .bind("import", importId)
                .bind(
                        "ids",
                        rows.stream().map(row -> row.declared().id().toString()).toArray(String[]::new))
                .bind("lines", rows.stream().map(RowReading.Good::line).toArray(Long[]::new))
                .map(row -> Map.entry(
                        ConnectionId.of(Column.of(row, "connection_id", String.class)),
                        Column.of(row, "line", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> forget(UUID importId) {
        return database.sql(FORGET).bind("import", importId).then();
    }
}
